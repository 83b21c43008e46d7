/** Plain articles: what the other stages and the adapters may use of them. */

export type { Article } from './article.ts';
export { checkArticles, findArticles, readArticles } from './folder.ts';
export { importArticle } from './import-article.ts';
export { readArticle } from './read-article.ts';
