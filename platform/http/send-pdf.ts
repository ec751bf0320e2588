import type { FastifyReply } from 'fastify'

/** Answers with a print that the browser opens; `name` is what it is saved under. */
export function sendPdf(reply: FastifyReply, pdf: Uint8Array, name: string): FastifyReply {
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `inline; filename="${name}"`)
    .send(Buffer.from(pdf))
}
