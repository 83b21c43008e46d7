import type { Adapter, SetupError } from '../../src/index.ts';
import type { Commons } from '../service/commons.ts';
import { createInFlight, DRAIN } from '../service/drain.ts';
import { faultOf } from '../service/logger.ts';
import { createCompletion } from './autocomplete.ts';
import { createInteractionRest } from './client.ts';
import { createConversations, createRecent } from './conversation.ts';
import { createCourier } from './courier.ts';
import { createSeal } from './custom-id.ts';
import type { Desk } from './desk.ts';
import { revoked } from './failures.ts';
import { createGateway, TIMINGS, type Timings } from './gateway.ts';
import { answerInteraction } from './interactions.ts';
import { answerMessage } from './messages.ts';
import { registerCommands } from './register.ts';

export interface DiscordSettings {
  readonly token: string;
  /** Null: as Discord tells it. */
  readonly applicationId: string | null;
  /** Commands are registered for this server alone, where they are there at once; null for everybody. */
  readonly guildId: string | null;
  readonly api: string;
  readonly shards: 'auto' | number;
}

export interface DiscordOptions {
  readonly settings: DiscordSettings;
  readonly commons: Commons;
  /** Told once of what makes it unable to go on after its start. */
  readonly onFailure: (error: SetupError) => void;
  readonly timings?: Partial<Timings>;
  /** Pauses before further tries of a request, in milliseconds. */
  readonly pauses?: readonly number[];
  /** Milliseconds that an answer may take before Discord is told to wait. */
  readonly patience?: number;
}

const PATIENCE = 1500;
/** Long answers held for sharing. */
const SHAREABLE = 1000;

/** Discord: commands, mentions, direct messages and buttons, over the gateway. */
export function createDiscordAdapter(options: DiscordOptions): Adapter {
  const { settings, commons, pauses, patience = PATIENCE } = options;
  const timings = { ...TIMINGS, ...options.timings };
  const { log, health } = commons;
  const inFlight = createInFlight();
  let isStopping = false;
  let hasFailed = false;
  const fail = (error: SetupError): void => {
    if (hasFailed || isStopping) return;
    hasFailed = true;
    inFlight.close();
    options.onFailure(error);
  };
  const take = (work: () => Promise<void>): void => {
    void inFlight
      .run(work)
      .catch((error) => log.error({ platform: 'discord', fault: faultOf(error) }, 'an event could not be handled'));
  };
  const gateway = createGateway(
    { ...settings, log, timings },
    {
      onMessage: (message, me) => take(() => answerMessage(desk, message, me)),
      onInteraction: (interaction) => take(() => answerInteraction(desk, interaction)),
      onIdentity: ({ applicationId }) => register(applicationId),
      onUp: () => hasFailed || isStopping || health.set('discord', 'ready'),
      onDown: () => hasFailed || isStopping || health.set('discord', 'down'),
      onFatal: fail,
    },
  );
  const courier = createCourier({
    rest: gateway.rest,
    interactions: createInteractionRest({ api: settings.api, longestWait: timings.longestWait }),
    log,
    onUnauthorised: () => fail(revoked()),
    ...(pauses === undefined ? {} : { pauses }),
  });
  const desk: Desk = {
    commons,
    courier,
    completion: createCompletion(commons.record),
    conversations: createConversations(),
    seal: createSeal(settings.token),
    shareable: createRecent(SHAREABLE),
    patience,
  };

  let _registration: Promise<void> | null = null;
  function register(applicationId: string): void {
    const { guildId } = settings;
    const names = { applicationId: settings.applicationId ?? applicationId, guildId };
    _registration ??= registerCommands({
      rest: gateway.rest(),
      ...names,
      ...(pauses === undefined ? {} : { pauses }),
    }).then(
      (done) => log.info({ platform: 'discord', guildId }, `commands ${done}`),
      (error) => {
        if (!isStopping)
          log.error({ platform: 'discord', guildId, fault: faultOf(error) }, 'commands could not be registered');
      },
    );
  }

  return {
    name: 'discord',
    start: () => gateway.connect(),
    async stop() {
      isStopping = true;
      inFlight.close();
      if (!(await inFlight.idle(DRAIN)))
        log.warn({ platform: 'discord', left: inFlight.size }, 'answers were not delivered in time');
      await gateway.close();
    },
  };
}
