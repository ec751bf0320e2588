import { isIP } from 'node:net'
import { createServer } from 'node:net'

/**
 * Finds out whether the address can be listened at before anything long is begun; answers with the port (a free one
 * where 0 is asked for). Throws a sentence where it cannot.
 */
export async function claimPort(host: string, port: number): Promise<number> {
  const probe = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject)
      probe.listen({ host, port, exclusive: true }, resolve)
    })
    const address = probe.address()
    return typeof address === 'object' && address !== null ? address.port : port
  } catch (error) {
    throw new Error(listenFault(host, port, error), { cause: error })
  } finally {
    await new Promise<void>((resolve) => {
      probe.close(() => resolve())
    })
  }
}

/** What to do where an address cannot be listened at. */
export function listenFault(host: string, port: number, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that one, or choose another port: npm start -- --port ${port < 65_535 ? port + 1 : 8400}`
    case 'EACCES':
      return `This user may not listen at port ${port}. Choose one above 1023: npm start -- --port 8400`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `This computer has no address ${host}. Name one of its own, or 0.0.0.0 for all of them: npm start -- --host 0.0.0.0`
    default:
      return `Listening at ${host}, port ${port}, failed: ${error instanceof Error ? error.message : String(error)}`
  }
}

/** A web address; an IPv6 host stands in brackets. */
export function webAddress(scheme: 'http' | 'https', host: string, port: number): string {
  const usual = scheme === 'https' ? 443 : 80
  return `${scheme}://${isIP(host) === 6 ? `[${host}]` : host}${port === usual ? '' : `:${port}`}`
}
