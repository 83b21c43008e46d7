import { describe, expect, it, test } from 'vitest';
import { sayingAsked } from '../../src/selection/saying-asked.ts';
import { isNamed, speakersIn } from '../../src/selection/speech.ts';

describe('a question about what somebody said', () => {
  test.each([
    ['What did Holm say about the bridge?', 'Holm', 'the bridge'],
    ['what has the harbour board said on pay', 'the harbour board', 'pay'],
    ['And what did Mayor Ida Fennick tell reporters about the ferry?', 'Mayor Ida Fennick', 'the ferry'],
    ['What does the union think of the offer?', 'the union', 'the offer'],
    ['What did Holm say?', 'Holm', null],
    ['What did both sides say about the strike?', null, 'the strike'],
    ['What was said about the strike?', null, 'the strike'],
    ['Who said what about the strike?', null, 'the strike'],
    ['홀름 시장은 다리에 대해 뭐라고 말했나요?', '홀름 시장', '다리'],
    ['다리에 대해 홀름 시장은 뭐라고 했어요?', '홀름 시장', '다리'],
    ['홀름 시장은 뭐라고 말했나요?', '홀름 시장', null],
    ['ホルム市長は橋について何と言いましたか', 'ホルム市長', '橋'],
    ['橋についてホルム市長は何と述べましたか', 'ホルム市長', '橋'],
    ['ホルム市長は何と言いましたか', 'ホルム市長', null],
  ])('%s', (question, speaker, topic) => {
    expect(sayingAsked(question)).toEqual({ speaker, topic });
  });

  test.each(['Why was the bridge closed?', 'Did Holm say why?', 'What did the bridge cost?', '다리는 어디에 있나요?'])(
    'is not %s',
    (question) => expect(sayingAsked(question)).toBeNull(),
  );
});

describe('the speaker of a sentence', () => {
  test.each([
    ['Mayor Ida Fennick said the bridge was safe.', 'Mayor Ida Fennick'],
    ['"It is safe," said Lena Holm, the engineer.', 'Lena Holm'],
    ['"It is safe," Lena Holm said on Monday.', 'Lena Holm'],
    ['According to the minister, it is safe.', 'the minister'],
    ['It is safe, according to two engineers.', 'two engineers'],
    [
      'Prof. Ravi Menon of the Coastal Institute, who was not involved, said it was small.',
      'Prof. Ravi Menon of the Coastal Institute, who was not involved',
    ],
    ['Fennick has repeatedly warned of cracks.', 'Fennick'],
    ['Lund: "I shall retire."', 'Lund'],
    ['She said it was safe.', 'She'],
    ['홀름 시장은 "안전하다"고 말했다.', '홀름 시장'],
    ['경찰에 따르면 시위는 평화로웠다.', '경찰'],
    ['町長の佐伯美和氏は「歩いてほしい」と述べた。', '町長の佐伯美和氏'],
    ['町によると、観光客は約12万人だった。', '町'],
  ])('%s', (sentence, speaker) => expect(speakersIn(sentence)).toContain(speaker));

  test.each([
    'The bridge is called Swing.',
    'Holm was told to leave.',
    'The work is said to be safe.',
    'The captain kept a book that nobody said anything about: "Lund says no".'.replace(
      'nobody said anything about',
      'lay open',
    ),
    '다리는 1978년에 지어졌다.',
  ])('is nobody in: %s', (sentence) => expect(speakersIn(sentence)).toEqual([]));

  it('stands behind a quotation that began in the sentence before', () => {
    expect(speakersIn('It is safe," Lund said.')).toEqual(['Lund']);
  });

  it('is not what is said, where it stands behind that', () => {
    expect(speakersIn('The bridge on the north side will close, Lund said on Monday.')).toEqual(['Lund']);
  });

  it('is not who is only spoken of within the quotation', () => {
    expect(speakersIn('"Holm told us that it was safe," Lund said.')).toEqual(['Lund']);
  });
});

describe('a name is that of the speaker', () => {
  test.each([
    ['Fennick', 'Mayor Ida Fennick'],
    ['the mayor', 'Mayor Ida Fennick'],
    ['Mayor Fennick', 'Fennick'],
    ['the National Security Office', 'Kim, deputy director of the National Security Office'],
    ['Japan', "Japan's trade ministry"],
    ['the harbour board', 'A spokeswoman for the harbour board'],
    ['佐伯町長', '町長の佐伯美和氏'],
    ['박정수 회장', '상인회 박정수 회장'],
  ])('%s: %s', (name, speaker) => expect(isNamed(name, speaker)).toBe(true));

  test.each([
    ['Fennick', 'Critics of Fennick'],
    ['Fennick', "Fennick's neighbours"],
    ['Ida Fennick', 'Odd Fennick'],
    ['Reyes', 'Tomas Brandt'],
    ['the harbour board', 'A sailor outside the harbour board'],
    ['佐伯町長', '旅館組合の大塚健一組合長'],
  ])('%s is not: %s', (name, speaker) => expect(isNamed(name, speaker)).toBe(false));
});
