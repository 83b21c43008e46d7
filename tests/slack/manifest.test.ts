import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifest } from '../../adapters/slack/manifest.ts';
import { BOT_SCOPES, SCOPES } from '../../adapters/slack/scopes.ts';
import { LANGUAGES } from '../../src/index.ts';
import { theRecord } from './bot.ts';

describe('the manifest', () => {
  it('is what the code needs', async () => {
    const { corpus } = await theRecord();
    const { features: made, ...rest } = manifest(corpus);
    const { features: kept, ...keptRest } = JSON.parse(readFileSync('adapters/slack/manifest.json', 'utf8'));
    expect(keptRest).toEqual(rest);
    // The offered questions follow the corpus; the file may be older than its last edit.
    expect({ ...kept, agent_view: null }).toEqual({ ...made, agent_view: null });
  });

  it.each(LANGUAGES)('keeps within what Slack takes in %s', async (language) => {
    const { features, display_information: shown } = manifest((await theRecord()).corpus, language);
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  it('asks for no scope without a reason', () => {
    for (const scope of BOT_SCOPES) expect(SCOPES[scope].for).not.toBe('');
  });
});
