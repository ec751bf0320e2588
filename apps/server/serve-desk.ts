import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { projectRoot } from './home.ts'

export const deskBuild = join(projectRoot, 'dist', 'desk')

/** Serves the desk application beside the API; every address that is no file and no API belongs to its router. */
export async function serveDesk(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(deskBuild, 'index.html'))) return
  await app.register(fastifyStatic, {
    root: deskBuild,
    wildcard: false,
    // File names carry a hash of their content, all but the page itself.
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true }, config: { permission: 'public' } }, (request, reply) =>
    request.url.startsWith('/api/') ? reply.callNotFound() : reply.sendFile('index.html'),
  )
}
