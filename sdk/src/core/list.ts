// A list, which is one page when awaited and everything when iterated.
import { Call, quiet, traced } from "./call.js";
import { PaginationError, type SdkError } from "./errors.js";
import type { ListOptions } from "./options.js";
import type { Paging, Query, Slice } from "./paging.js";
import type { Result } from "./send-with-retries.js";
import { onAbort } from "./time-limit.js";

/** Fetches the page that `query` asks for. */
export type FetchPage<Page> = (query: Query, options: ListOptions | undefined) => Promise<Result<Page>>;

/** A list. It sends nothing before it is awaited or iterated, and fetches its first page once. */
export class List<Item, Page, E = SdkError> extends Call<Page, E> implements AsyncIterable<Item> {
  readonly #fetchPage: FetchPage<Page>;
  readonly #paging: Paging;
  readonly #query: Query;
  readonly #options: ListOptions | undefined;

  constructor(fetchPage: FetchPage<Page>, paging: Paging, query: Query = {}, options?: ListOptions) {
    super(() => fetchPage(query, options), true);
    this.#fetchPage = fetchPage;
    this.#paging = paging;
    this.#query = query;
    this.#options = options;
  }

  /** Every item of every page, in order. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* this.#slice(page).items as Item[];
  }

  /** Iterates every page, in order. With `prefetch`, it fetches the next ones meanwhile. */
  async *pages(): AsyncGenerator<Page, void, undefined> {
    const { prefetch = 0, signal, middleware = [] } = this.#options ?? {};
    const controller = new AbortController();
    const abort = () => controller.abort(signal?.reason);
    // After a 429, one at a time again, and slowly more.
    let ahead = prefetch;
    const options: ListOptions = {
      ...this.#options,
      signal: controller.signal,
      middleware: [
        ...middleware,
        async (request, next) => {
          const response = await next(request);
          if (response.status === 429) ahead = 0;
          return response;
        },
      ],
    };
    const pending: Promise<Result<Page>>[] = [];
    const fetch = (step: number) => this.#fetchPage(this.#paging.seek(this.#query, step, size), options);

    let page = (await this.run()).data;
    let slice = this.#slice(page);
    const size = slice.items.length; // the server may give fewer than were asked for
    let lastCompared = "";
    const unsubscribe = signal && onAbort(signal, abort);
    if (signal?.aborted) abort(); // since the first page came
    try {
      for (let step = 0; ; step++) {
        const { items, more, total = 0 } = slice;
        // Brent's way to see a cycle of any length: compare with the page at the last power of two.
        // By its id: other fields may move, such as the time of a key's last use.
        const seen = `${JSON.stringify(Object(items[0]).id ?? items[0])}`;
        if (items.length ? seen === lastCompared : more) {
          const problem = items.length ? "repeats an earlier one" : "is empty and promises more";
          const { page = step + 1 } = this.#paging.seek(this.#query, step, size);
          await traced(() => Promise.reject(new PaginationError(`Page ${page} ${problem}. Going on would never end.`)));
        }
        if ((step & (step - 1)) === 0) lastCompared = seen;
        const before = this.#paging.offset(this.#query, size);
        for (let next = step + 1 + pending.length; more && pending.length < ahead; next++) {
          if (pending.length && before + next * size >= total) break;
          pending.push(quiet(fetch(next)));
        }
        yield page;
        if (!more) return;
        page = (await traced(() => pending.shift() ?? fetch(step + 1))).data;
        slice = this.#slice(page);
        if (ahead < prefetch) ahead++;
      }
    } finally {
      unsubscribe?.();
      controller.abort();
    }
  }

  /** Gives all items, or the first `max`. It fetches no page that is not needed. */
  async toArray({ max = Infinity }: { max?: number } = {}): Promise<Item[]> {
    const all: Item[] = [];
    if (max > 0) for await (const item of this) if (all.push(item) >= max) break;
    return all;
  }

  #slice(page: Page): Slice {
    return this.#paging.read(page) as Slice; // the transport has refused what is not a page
  }
}
