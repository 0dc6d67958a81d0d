// The base of the generated resource classes. It lets each method be one statement.

import { isObject } from "./attempt.js";
import { Call } from "./call.js";
import { List } from "./list.js";
import type { ListOptions, RequestOptions } from "./options.js";
import type { Paging, Query } from "./paging.js";
import type { RequestInput, Transport } from "./transport.js";

export abstract class Resource {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  /** Sends at once. */
  protected call<T, E>(
    method: string,
    path: string,
    input: RequestInput,
    options: RequestOptions | undefined,
    expectsBody = true,
  ): Call<T, E> {
    return new Call(() => this.#transport.call<T>(method, path, input, options, expectsBody ? isObject : null));
  }

  /** Sends when awaited or iterated. */
  protected paginate<Item, Page, E>(
    paging: Paging,
    path: string,
    query: object | undefined,
    options: ListOptions | undefined,
    params: Record<string, unknown> = {},
  ): List<Item, Page, E> {
    return new List(
      (query, options) =>
        this.#transport.call<Page>(
          "GET",
          path,
          { params: { path: params, query } },
          options,
          (body) => !!paging.read(body),
        ),
      paging,
      query as Query,
      options,
    );
  }
}
