import type { AllMiddlewareArgs, App } from '@slack/bolt';
import { faultOf } from '../service/logger.ts';
import { platformWording } from '../wording/languages.ts';
import { answerPrivately } from './asking.ts';
import { readValue, SHORTCUTS, VIEWS } from './buttons.ts';
import { type ClickBody, readClick } from './click.ts';
import { type Client, patiently } from './client.ts';
import { type Desk, work } from './desk.ts';
import { hear, type Scene } from './hearing.ts';
import { prompts, renderHome } from './home.ts';
import { judgeBad } from './judging.ts';
import { press } from './pressing.ts';
import type { Incoming } from './read.ts';

export interface Leaving {
  readonly team: string | undefined;
  readonly enterprise: string | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** Tells Bolt what to call for what Slack sends. Everything is acknowledged, also what is not understood. */
export function listen(app: App, desk: Desk, onLeave: (leaving: Leaving) => Promise<void>): void {
  const { corpus } = desk.record;
  const { retentionDays: days, keepQuestions: questions } = desk.settings;
  const home = renderHome(corpus, desk.feedback === null ? null : { days, questions }, 'en');
  const agentViews = new Set<string>();
  const sceneOf = ({ client, context }: Pick<AllMiddlewareArgs, 'client' | 'context'>): Scene => {
    const team = teamOf(context);
    return { client, team, botUserId: context.botUserId, isAgentView: agentViews.has(team) };
  };
  const offer = (client: Client, team: string, thread: { channel_id: string; thread_ts?: string }) => {
    const [first, ...rest] = prompts(corpus, 'en');
    if (first === undefined) return Promise.resolve(null);
    const title = platformWording('en').promptsTitle;
    const name = thread.thread_ts === undefined ? 'agent view' : 'prompts';
    return desk.extras.attempt(name, team, () =>
      client.assistant.threads.setSuggestedPrompts({ ...thread, title, prompts: [first, ...rest] } as SuggestedPrompts),
    );
  };

  app.event('app_mention', async ({ event, ...args }) => hear(desk, event as Incoming, sceneOf(args)));
  app.event('message', async ({ event, ...args }) => hear(desk, event as Incoming, sceneOf(args)));
  app.event('assistant_thread_started', async ({ event, client, context }) => {
    const { channel_id, thread_ts } = event.assistant_thread;
    await offer(client, teamOf(context), { channel_id, thread_ts });
  });
  app.event('app_home_opened', async ({ event, client, context }) => {
    const team = teamOf(context);
    if (event.tab === 'messages') {
      // Only the agent view takes prompts outside a thread: this is how it shows.
      const taken = await offer(client, team, { channel_id: event.channel });
      if (taken === null) agentViews.delete(team);
      else agentViews.add(team);
      return;
    }
    await work(
      desk,
      'home',
      async () => void (await patiently(() => client.views.publish({ user_id: event.user, view: home }), desk.waits)),
    );
  });
  app.event('app_uninstalled', async ({ body }) => onLeave(leavingOf(body)));
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0) await onLeave(leavingOf(body));
  });

  app.command(/.*/, async ({ ack, command, respond, context }) => {
    await ack();
    const { text = '', channel_id: channel, user_id: user } = command;
    const asked = { text, team: teamOf(context), channel, user, botUserId: context.botUserId, respond };
    await work(desk, 'command', () => answerPrivately(desk, asked));
  });
  app.shortcut({}, async ({ ack, shortcut, respond, context }) => {
    await ack();
    if (shortcut.type !== 'message_action' || shortcut.callback_id !== SHORTCUTS.askAbout) return;
    const { message, channel, user } = shortcut;
    const asked = {
      text: message.text ?? '',
      team: teamOf(context),
      channel: channel.id,
      user: user.id,
      botUserId: context.botUserId,
      respond,
    };
    await work(desk, 'shortcut', () => answerPrivately(desk, asked));
  });
  app.action({}, async ({ ack, action, body, client, respond, context }) => {
    await ack();
    const click = readClick(body as ClickBody, {
      client,
      team: teamOf(context),
      respond,
      action: action as { action_id?: string; value?: string },
    });
    await work(desk, 'button', () => press(desk, click));
  });
  // Sent or closed: the answer was found bad either way. The other windows have nothing to send.
  app.view({}, async ({ ack, view, body }) => {
    await ack();
    if (view.callback_id !== VIEWS.reason) return;
    const reason = body.type === 'view_submission' ? view.state.values.reason?.text?.value : null;
    await work(desk, 'reason', () => judgeBad(desk, readValue(view.private_metadata), reason ?? null));
  });
  app.options({}, async ({ ack }) => ack({ options: [] }));
  app.error(async (error) => {
    desk.log.error({ platform: 'slack', fault: faultOf(error) }, 'an event could not be handled');
  });
}

type SuggestedPrompts = Parameters<Client['assistant']['threads']['setSuggestedPrompts']>[0];

function teamOf(context: { teamId?: string; enterpriseId?: string }): string {
  return context.teamId ?? context.enterpriseId ?? '';
}

function leavingOf(body: object): Leaving {
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(body, name);
    return typeof value === 'string' ? value : undefined;
  };
  const authorizations: unknown = Reflect.get(body, 'authorizations');
  const first = Array.isArray(authorizations)
    ? (authorizations[0] as { is_enterprise_install?: boolean } | undefined)
    : undefined;
  return {
    team: text('team_id'),
    enterprise: text('enterprise_id'),
    isEnterpriseInstall: first?.is_enterprise_install === true,
  };
}
