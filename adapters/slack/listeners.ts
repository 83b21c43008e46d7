import type { App } from '@slack/bolt';
import { faultOf } from '../service/logger.ts';
import { answerPrivately } from './asking.ts';
import { readValue, SHORTCUTS, VIEWS } from './buttons.ts';
import { type ClickBody, readClick } from './click.ts';
import { type Desk, languageTo, personOf, work } from './desk.ts';
import { createEvents, type EventName, type Leaving } from './events.ts';
import { renderHome } from './home.ts';
import { judgeBad } from './judging.ts';
import { press } from './pressing.ts';

/** Tells Bolt what to call for what Slack sends. Everything is acknowledged, also what is not understood. */
export function listen(app: App, desk: Desk, onLeave: (leaving: Leaving) => Promise<void>): void {
  const { retentionDays: days, keepQuestions: questions } = desk.settings;
  const kept = desk.feedback === null ? null : { days, questions };
  const events = createEvents(desk, {
    home: (language) => renderHome(desk.record.corpus, kept, language),
    onLeave,
  });

  // One listener for all events: Bolt runs the middleware of every listener for everything that comes.
  app.event(/.*/, async ({ event, body, client, context }) => {
    const handle = Object.hasOwn(events, event.type) ? events[event.type as EventName] : undefined;
    await handle?.(event, { client, team: teamOf(context), botUserId: context.botUserId, body });
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
    const team = teamOf(context);
    const click = readClick(body as ClickBody, {
      client,
      team,
      language: languageTo(desk, personOf(team, body.user.id)),
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

function teamOf(context: { teamId?: string; enterpriseId?: string }): string {
  return context.teamId ?? context.enterpriseId ?? '';
}
