import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { Kernel } from '#platform/commands/kernel.ts'
import { assemble } from '#platform/http/module.ts'
import { createServer, sessionCookie } from '#platform/http/server.ts'
import { createFilesModule } from '#platform/files/index.ts'
import { systemIds } from '#platform/ids.ts'
import { createRegistryModule } from '#modules/registry/index.ts'
import { type CaseworkLaw, createCaseworkModule } from '#modules/casework/index.ts'
import { v7 } from 'uuid'
import { documentsEvents } from '../documents-events.ts'
import { documentsLabels } from '../documents-labels.ts'
import { type DocumentsDeps, createDocumentsModule } from '../index.ts'

/** A test app of the composition root, as far as PVs need it. */
export interface HouseOfTest {
  readonly house: { readonly kernel: Kernel }
  as(key: string): Promise<{ readonly token: string; readonly officerId: string; readonly unitId: string }>
}

/** Files, persons, cases and PVs behind an HTTP server, on the database and with the officers of a test app. */
export async function startDocuments(app: HouseOfTest, law: CaseworkLaw, deps: DocumentsDeps) {
  const unexpected: unknown[] = []
  const http = await createServer({
    kernel: app.house.kernel,
    assembled: assemble([
      createFilesModule(deps.files, app.house.kernel, systemIds),
      createRegistryModule(),
      createCaseworkModule({ law, events: () => documentsEvents, labels: documentsLabels }),
      createDocumentsModule(deps),
    ]),
    version: 'test',
    onUnexpected: (error) => unexpected.push(error),
  })
  await http.ready()
  return {
    http,
    at: async (key: string) => deskOf(http, await app.as(key)),
    close: async () => {
      await http.close()
      if (unexpected.length > 0) throw new AggregateError(unexpected, 'requests failed unexpectedly')
    },
  }
}

export type Desk = ReturnType<typeof deskOf>

function deskOf(
  http: FastifyInstance,
  officer: { readonly token: string; readonly officerId: string; readonly unitId: string },
) {
  const call = (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH',
    url: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> =>
    http.inject({
      method,
      url: `/api${url}`,
      headers: { 'accept-language': 'en', 'idempotency-key': v7(), ...headers },
      cookies: { [sessionCookie]: officer.token },
      ...(body === undefined ? {} : { payload: body }),
    })
  /** Throws where it was refused. */
  async function answered<R>(answer: Promise<LightMyRequestResponse>): Promise<R> {
    const { statusCode, body, json } = await answer
    if (statusCode >= 300) throw new Error(`${statusCode} ${body}`)
    return json()
  }
  return {
    officerId: officer.officerId,
    unitId: officer.unitId,
    get: (url: string) => call('GET', url),
    post: (url: string, body: object = {}, headers?: Record<string, string>) => call('POST', url, body, headers),
    put: (url: string, body: object) => call('PUT', url, body),
    read: <R>(url: string) => answered<R>(call('GET', url)),
    done: <R>(url: string, body: object = {}) => answered<R>(call('POST', url, body)),
    saved: <R>(url: string, body: object) => answered<R>(call('PUT', url, body)),
    /** Uploads bytes in one piece and answers the upload's id. */
    upload: async (name: string, mediaType: string, bytes: Buffer): Promise<string> => {
      const { id } = await answered<{ id: string }>(call('POST', '/uploads', { name, mediaType, size: bytes.length }))
      const piece = await http.inject({
        method: 'PUT',
        url: `/api/uploads/${id}?offset=0`,
        headers: { 'content-type': 'application/octet-stream' },
        cookies: { [sessionCookie]: officer.token },
        payload: bytes,
      })
      if (piece.statusCode >= 300) throw new Error(`${piece.statusCode} ${piece.body}`)
      return id
    },
  }
}
