// The check that the request names a media type that the operation takes.
import type { ApiTypes } from "../../contract/services.js";
import { mediaType } from "../media-type.js";
import type { Check } from "../request-context.js";

/** 415 where the operation takes a body and the request does not name a media type it takes. */
export function contentType<T extends ApiTypes>(): Check<T> {
  return {
    name: "content type",
    run: (context) => {
      const body = context.operation?.body;
      if (body === undefined) return undefined;
      const given = context.request.header("content-type");
      if (given !== null && body.contents.has(mediaType(given))) return undefined;
      const wanted = [...body.contents.keys()].join(" or ");
      return context.refuse(
        { kind: "unsupported-media-type", status: 415, message: `Content-Type must be ${wanted}` },
        given === null ? "the request has no Content-Type" : `the Content-Type is "${given}"`,
      );
    },
  };
}
