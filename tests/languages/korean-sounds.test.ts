import { expect, it } from 'vitest';
import { soundsOf } from '../../src/languages/korean-sounds.ts';

it.each([
  ['됬는데', '됐는데'],
  ['햇나요', '했나요'],
  ['외무썽', '외무성'],
  ['메새지', '메세지'],
  ['않 돼요', '안 되요'],
])('%s sounds as %s', (slip, right) => expect(soundsOf(slip)).toBe(soundsOf(right)));

it.each([
  ['총리', '청리'],
  ['북한', '부한'],
])('%s does not sound as %s', (one, other) => expect(soundsOf(one)).not.toBe(soundsOf(other)));

it('leaves other letters as they are', () => expect(soundsOf('abe 安倍 20')).toBe('abe 安倍 20'));
