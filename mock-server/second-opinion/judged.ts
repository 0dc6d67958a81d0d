// A mock, Prism in front of it, and the options of a client that talks through both.
import type { ApiName } from "@terminus-hub/mock-server";
import { startProxy, type Violation, violationsOf } from "./proxy.js";

interface AnyMock {
  listen(): Promise<{ readonly url: string }>;
  calls(): readonly { readonly operationId: string | undefined }[];
  close(): Promise<void>;
}

interface Document {
  readonly paths: object;
}

/** Prism refuses what breaks the contract; `violations()` are the warnings too. */
export async function judged(api: ApiName, mock: AnyMock, document: Document) {
  const proxy = await startProxy((await mock.listen()).url, { api, errors: true });
  const noted: Violation[] = [];
  return {
    options: {
      baseUrl: proxy.url,
      maxRetries: 0,
      fetch: async (url: string, init: RequestInit) => {
        const response = await fetch(url, init);
        noted.push(...violationsOf(response));
        return response;
      },
    },
    violations: (): readonly Violation[] => noted,
    /** Operations of the contract that the mock has not met. */
    uncalled: (): string[] => {
      const called = new Set(mock.calls().map(({ operationId }) => operationId));
      const operations = Object.values(document.paths)
        .flatMap((path: object) => Object.values(path) as { readonly operationId?: string }[])
        .map(({ operationId }) => operationId)
        .filter((operationId) => operationId !== undefined);
      return operations.filter((operationId) => !called.has(operationId));
    },
    end: async () => {
      await proxy.end();
      await mock.close();
    },
  };
}
