import type { Corpus, Language } from '../../src/index.ts';
import { platformWording } from '../wording/languages.ts';
import { SHORTCUTS } from './buttons.ts';
import { prompts } from './home.ts';
import { BOT_SCOPES } from './scopes.ts';

/** Events that the bot listens to. */
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'tokens_revoked',
];

/**
 * The app as Slack is to make it, in one language for everybody: pasted under "From a manifest". `manifest.json` beside this file is this for Socket Mode, and a
 * test keeps it so.
 */
export function manifest(book: Pick<Corpus, 'sources' | 'statements'>, language: Language = 'en') {
  const { slack: menu, home } = platformWording(language);
  return {
    _metadata: { major_version: 2 },
    display_information: { name: home.title, description: menu.description, background_color: '#1d3557' },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: home.title, always_online: true },
      agent_view: {
        agent_description: menu.description,
        suggested_prompts: prompts(book, language),
      },
      slash_commands: [{ command: '/ask', description: menu.ask, usage_hint: menu.askHint, should_escape: true }],
      shortcuts: [
        { name: menu.askAbout, type: 'message', callback_id: SHORTCUTS.askAbout, description: menu.description },
      ],
    },
    oauth_config: { scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      event_subscriptions: { bot_events: EVENTS },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}
