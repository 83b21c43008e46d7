import { webApi } from '@slack/bolt';
import { type Dispatcher, request } from 'undici';

/** Seconds to wait where Slack asks to wait and does not tell how long. */
const WAIT = 1;

/**
 * `fetch` as far as Slack's clients need it: one request, no redirects, the answer as text. It takes half the work of
 * the built-in one, and nearly all the work of an answer is its posting.
 *
 * @throws webApi.WebAPIRateLimitedError where a response address asks to wait.
 */
export const plainFetch: typeof fetch = async (url, init = {}) => {
  const { method = 'GET', body, signal } = init;
  const headers = Object.fromEntries(new Headers(init.headers));
  const answer = await request(String(url), {
    method: method as Dispatcher.HttpMethod,
    headers,
    body: typeof body === 'string' || body === null || body === undefined ? (body ?? null) : String(body),
    signal: signal ?? null,
  });
  const text = await answer.body.text();
  const status = answer.statusCode;
  const told = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) told.append(name, String(value));
  if (status === 429) {
    const asked = told.get('retry-after') ?? '';
    const seconds = /^\d+$/.test(asked) ? Number(asked) : WAIT;
    // Only response addresses are sent JSON, and of their answer Bolt keeps nothing but the status.
    if (headers['content-type'] === 'application/json') throw new webApi.WebAPIRateLimitedError(seconds);
    // Without a number of seconds the SDK gives up at once.
    told.set('retry-after', String(seconds));
  }
  // A response of these kinds may have no body, not even an empty one.
  return new Response([204, 205, 304].includes(status) ? null : text, { status, headers: told });
};
