// Every operation of New Api, called by its client with every parameter and field that the document has.
import { createMock } from "@terminus-hub/mock-server";
import { NewApi } from "@terminus-hub/sdk/new-api";
import { AWKWARD, frozen, type Traffic } from "../traffic.js";

export const traffic: Traffic = async (through) => {
  await using mock = await createMock({ api: "new-api", ...frozen });
  const newApi = new NewApi({ apiKey: mock.apiKey, fetch: through(mock) });
  const { id } = await newApi.apiKeys.create({ name: AWKWARD });
  await newApi.apiKeys.list();
  await newApi.apiKeys.delete(id);
};
