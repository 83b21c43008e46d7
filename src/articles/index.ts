/** Plain articles: what the other stages and the adapters may use of them. */

export type { Article, Passage } from './article.ts';
export { type ArticleFiles, checkArticles, findArticles, readArticles } from './folder.ts';
export { type ImportedArticle, type ImportOptions, importArticle } from './import-article.ts';
export { type ReadArticle, readArticle } from './read-article.ts';
