import { type IncomingMessage, type Server, createServer } from 'node:http'
import type { WitnessAnswer } from './answer-checkpoint.ts'

const maxBody = 128 * 1024

/** The HTTP side of a witness: `POST /add-checkpoint` (C2SP tlog-witness), and its verifier key at `/`. */
export function createWitnessServer(
  answer: (body: string) => Promise<WitnessAnswer>,
  verifierKey: string,
  onFailure: (error: unknown) => void,
): Server {
  const server = createServer((request, response) => {
    const send = (status: number, type: string, body: string): void => {
      response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
    }
    const text = 'text/plain; charset=utf-8'
    const path = request.url?.split('?')[0]
    if (path === '/' && request.method === 'GET') return send(200, text, `${verifierKey}\n`)
    if (path !== '/add-checkpoint') return send(404, text, 'this is a witness; it answers POST /add-checkpoint\n')
    if (request.method !== 'POST') return send(405, text, 'POST only\n')
    readBody(request)
      .then(async (body) => {
        if (body === undefined) return send(413, text, 'too large\n')
        const { status, type, body: answered } = await answer(body)
        return send(status, type, answered)
      })
      .catch((error: unknown) => {
        onFailure(error)
        if (!response.headersSent) send(500, text, 'the witness could not answer\n')
      })
  })
  server.requestTimeout = 15_000
  return server
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBody) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}
