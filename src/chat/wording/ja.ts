import { LONGEST_QUESTION } from '../../answering/limits.ts';
import { oneOf, quoted } from './names.ts';
import { type Rule, ruleIn } from './rules.ts';
import type { Wording } from './wording.ts';

const MARKS = ['「', '」', ''] as const;

const RULES: Readonly<Record<Rule, string>> = {
  'the question is nearest to ones that the record answers': '記録に答えがある質問に最も近い質問であること',
  'the record tells it otherwise, and so settles yes or no':
    '記録の内容が質問と異なり、それによって「はい」か「いいえ」かが決まること',
  'the question is nearest to ones that the record leaves open': '記録に答えがない質問に最も近い質問であること',
  'hardly a word of the question is on record': '質問の言葉が記録にほとんどないこと',
  'no statement covers enough of the question': '質問の内容を十分に満たす記録がないこと',
  'everything that the named speaker said is asked for': '名前の挙がった人物の発言すべてを尋ねる質問であること',
  'the message holds no word': 'メッセージに言葉がないこと',
  'the message is longer than a question may be': 'メッセージが質問の長さの上限を超えていること',
  'the message is in a script that the record is not written in':
    'メッセージの文字が記録で使われていない文字であること',
  'a sentence of an article is likely enough to answer': '記事の一文が答えである見込みが十分にあること',
  'sentences in which the one who is named speaks': '名前の挙がった人物が話している文であること',
  'no sentence of an article is likely enough to answer': '答えである見込みが十分な記事の文がないこと',
};

export const JAPANESE: Wording = {
  date(iso) {
    const [year, month, day] = iso.split('-').map(Number);
    return `${year}年${month}月${day}日`;
  },
  place(locator) {
    const [paragraph, sentence] = locator.split('.');
    return sentence === undefined ? '見出し' : `第${paragraph}段落・第${sentence}文`;
  },
  source: ({ title, publisher, date }) => `「${title}」、${publisher ?? '発行元不明'}、${date ?? '日付不明'}`,
  reference({ speaker, title, publisher, date, place, also }) {
    const where = also.length === 0 ? place : `${place}（${also.join('、')}にもあり）`;
    return `${speaker}によれば（${date ?? '日付不明'}）：「${title}」、${publisher ?? '発行元不明'}、${where}`;
  },
  attribution({ speaker, title, publisher, date }) {
    const where = publisher ?? `「${title}」`;
    return `${where}（${date ?? '日付不明'}）${speaker === null ? '' : `、${speaker}`}：`;
  },
  asOf: (date) => `${date}時点：`,
  abstention(reason, { gap, missing, languages }) {
    const unknown = missing.length === 0 ? '' : `次の言葉に当たる記録はありません：${quoted(missing, MARKS)}`;
    switch (reason) {
      case 'not-on-record':
        return `記録にありません。${gap ?? `この記録には、その質問への答えがありません。${unknown}`}`;
      case 'false-premise':
        return `そのような内容は記録にありません。${gap ?? '記録にないことを前提とした質問です。'}`;
      case 'off-topic':
        return `記録にありません。この記録では扱っていない話題です。${unknown}`;
      case 'opinion':
        return `記録にありません。${gap ?? 'それは判断の問題であり、この記録は判断を下しません。'}双方それぞれの発言は記録にあります。`;
      case 'empty':
        return 'メッセージに質問がありません。人に尋ねるように、短い言葉でご質問ください。';
      case 'too-long':
        return `質問が長すぎます。${LONGEST_QUESTION.toLocaleString('en')}文字以内でお願いします。一文か二文が最適です。`;
      case 'unsupported-language':
        return `その言語では記録にありません。${oneOf(languages, 'ja')}でご質問ください。`;
    }
  },
  alsoMissing: (gap) => `そのほかは記録にありません。${gap ?? '質問のもう一方の部分への答えは記録にありません。'}`,
  rule: (rule) => ruleIn(RULES, rule),
  relatedTitle: '関連する記録：',
  suggestionsTitle: '次のような質問ができます：',
  smallTalk: {
    greeting: 'こんにちは。記録についてご質問ください。どの回答にも出典を付けています。',
    thanks: 'どういたしまして。',
    farewell: 'さようなら。',
    help: '普段の言葉でご質問ください。記録にあることだけを、出典の該当箇所とともにお答えします。出典に答えがないときは「記録にありません」とお答えします。',
    about:
      'On Recordです。報道をまとめた小さな記録だけをもとに答え、記録された内容ごとに出典を示すボットです。言葉を照らし合わせて探し、言語モデルは使わないため、作り話はありません。',
  },
  apology: '申し訳ありません。処理中に問題が起きました。もう一度ご質問ください。',
  slowDown: '一度に多くの質問をいただきました。数秒待ってから、もう一度ご質問ください。',
};
