import { type Dispatcher, request } from 'undici';

/**
 * `fetch` as far as Slack's clients need it: one request, no redirects, the answer as text. It takes half the work of
 * the built-in one, and nearly all the work of an answer is its posting.
 */
export const plainFetch: typeof fetch = async (url, init = {}) => {
  const { method = 'GET', headers, body, signal } = init;
  const answer = await request(String(url), {
    method: method as Dispatcher.HttpMethod,
    headers: Object.fromEntries(new Headers(headers)),
    body: typeof body === 'string' || body === null || body === undefined ? (body ?? null) : String(body),
    signal: signal ?? null,
  });
  const text = await answer.body.text();
  const status = answer.statusCode;
  const told = Object.entries(answer.headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  // A response of these kinds may have no body, not even an empty one.
  return new Response([204, 205, 304].includes(status) ? null : text, { status, headers: told });
};
