import type { FastifyReply } from 'fastify'
import type { Kernel } from '#platform/commands/kernel.ts'
import type { Caller } from '#platform/commands/types.ts'
import { platformErrors } from '#platform/errors/platform-errors.ts'
import { type RawRoute, rawRoute } from '#platform/http/route.ts'
import { openLive } from '../queries/open-live.ts'
import type { LiveHub } from './live-hub.ts'

// Shorter than what proxies and the session's own limits of inactivity need; also when those limits are noticed.
const heartbeatSeconds = 20

/**
 * Server-sent events of the signed-in officer: `ready` once, then `news` without content whenever there is any. The
 * session is asked again before each event; when it has ended the stream closes.
 */
export function liveRoute(kernel: Kernel, hub: LiveHub): RawRoute {
  return rawRoute({
    method: 'GET',
    url: '/live',
    summary: 'Live signs for the signed-in officer (server-sent events)',
    permission: 'self.live',
    handle: async (request, reply, { caller }) => {
      const who = await kernel.ask(openLive, caller, {})
      const stream = openStream(reply, kernel, caller, () => request.server.server.listening)
      const leave = await hub.add({ ...who, news: stream.news, end: stream.end })
      stream.onEnd(leave)
      try {
        // A session that ended before the hub knew of this screen is seen here, a later end is told to the hub.
        await kernel.ask(openLive, caller, {})
      } catch (error) {
        stream.end()
        throw error
      }
      stream.start()
      return reply
    },
  })
}

interface Stream {
  readonly news: () => void
  readonly end: () => void
  readonly start: () => void
  readonly onEnd: (work: () => void) => void
}

function openStream(reply: FastifyReply, kernel: Kernel, caller: Caller, isServing: () => boolean): Stream {
  const { raw } = reply
  const endings: (() => void)[] = []
  let timer: NodeJS.Timeout | undefined
  let started = false
  let ended = false

  function end(): void {
    if (ended) return
    ended = true
    clearInterval(timer)
    for (const work of endings) work()
    if (started) raw.end()
  }

  async function send(text: string): Promise<void> {
    try {
      await kernel.ask(openLive, caller, {})
    } catch {
      end()
    }
    if (!ended && started) raw.write(text)
  }

  return {
    end,
    news: () => void send('event: news\ndata: {}\n\n'),
    onEnd: (work) => {
      if (ended) work()
      else endings.push(work)
    },
    start: () => {
      if (ended) throw platformErrors.fail('TEMPORARILY_UNAVAILABLE')
      started = true
      reply.hijack()
      raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        // The connection ends with the stream: kept alive, it would hold up a server that is stopping.
        connection: 'close',
      })
      raw.on('close', end)
      raw.write('retry: 2000\nevent: ready\ndata: {}\n\n')
      let seconds = 0
      timer = setInterval(() => {
        seconds += 1
        if (!isServing()) end()
        else if (seconds % heartbeatSeconds === 0) void send(': still here\n\n')
      }, 1_000)
      timer.unref()
    },
  }
}
