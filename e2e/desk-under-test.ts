import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer as createNetServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, type Page, chromium } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '#platform/i18n/text.ts'
import { createServer, sessionCookie } from '#platform/http/server.ts'
import { deskBuild, serveDesk } from '../apps/server/serve-desk.ts'
import { type TestApp, createTestApp } from '../apps/server/testing.ts'
import { ensureDesk } from '../scripts/build-desk.mjs'

// One switch takes all the names: those that Playwright turns off so that runs are alike, and the address bar's own pages, which
// cost a second of work a window and which nobody sees here.
const turnedOff = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'PreloadTopChromeWebUI',
]
const browserPath = process.env['DAIRA_CHROMIUM'] ?? '/usr/bin/chromium'
export const pictures = join(import.meta.dirname, '..', 'out', 'screenshots')

export interface View {
  readonly locale: Locale
  readonly scheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

export interface DeskUnderTest {
  readonly app: TestApp
  readonly address: string
  /** The same by its name, which passkeys hold to. */
  readonly namedAddress: string
  /** What a browser complained about: script errors, requests to elsewhere, breaches of the content security policy. */
  readonly complaints: string[]
  /** A page of its own for an officer of the cast, signed in; for nobody where none is named. */
  open(view: View, officer?: string): Promise<Page>
  /** The server is gone: no connection is taken. It comes back, on the same address, when the answer is called. */
  cut(): Promise<() => Promise<void>>
  /** From now on a newer version of the desk lies ready at the server. */
  bringNewVersion(): Promise<void>
  /** So much time goes by on the server's clock. */
  pass(ms: number): void
  close(): Promise<void>
}

/** The real server with a database of its own, the built desk, and a real browser. */
export async function createDeskUnderTest(
  options: Parameters<typeof createTestApp>[0] = {},
  browserArgs: readonly string[] = [],
): Promise<DeskUnderTest> {
  await ensureDesk(() => undefined)
  // A passkey belongs to a name, never to a number: pages that use one are opened under this origin.
  const port = await freePort()
  const app = await createTestApp({ origins: [`http://localhost:${port}`], ...options })
  // Cookies end by the browser's clock, so the server's must be near it, and go on.
  app.clock.set(new Date())
  let ahead = 0
  // A sign-in may go ahead of the clock for its code; set back in the middle of it, the code would be refused.
  let signingIn = 0
  const ticking = setInterval(() => signingIn === 0 && app.clock.set(new Date(Date.now() + ahead)), 500)
  let newerWorker: string | undefined
  // The test application's own server is ready, and takes no further routes.
  const serve = async () => {
    const fresh = await createServer({ kernel: app.house.kernel, assembled: app.house.assembled, version: 'test' })
    fresh.addHook('onRequest', async (request, reply) => {
      if (newerWorker !== undefined && request.url === '/sw.js') return reply.type('text/javascript').send(newerWorker)
      return undefined
    })
    await serveDesk(fresh)
    return { fresh, address: await fresh.listen({ host: '127.0.0.1', port }) }
  }
  const first = await serve()
  let server: typeof first.fresh | undefined = first.fresh
  const { address } = first
  const namedAddress = `http://localhost:${port}`
  const down = async (): Promise<void> => {
    server?.server.closeAllConnections()
    await server?.close()
    server = undefined
  }
  const profile = await mkdtemp(join(tmpdir(), 'daira-browser-'))
  const browser = await chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${turnedOff.join(',')}`,
      `--disk-cache-dir=${profile}`,
      ...browserArgs,
    ],
  })
  await mkdir(pictures, { recursive: true })
  const complaints: string[] = []
  const contexts: BrowserContext[] = []
  return {
    app,
    address,
    namedAddress,
    complaints,
    open: async ({ locale, scheme = 'light', width = 1440, height = 900 }, officer) => {
      const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })
      contexts.push(context)
      context.setDefaultTimeout(20_000)
      await context.addInitScript(
        (kept) => localStorage.getItem('daira.preferences') ?? localStorage.setItem('daira.preferences', kept),
        JSON.stringify({ locale, scheme }),
      )
      if (officer !== undefined) {
        signingIn += 1
        const { token } = await app.as(officer).finally(() => (signingIn -= 1))
        await context.addCookies([
          { name: sessionCookie, value: token, url: address, httpOnly: true, sameSite: 'Strict' },
          { name: sessionCookie, value: token, url: namedAddress, httpOnly: true, sameSite: 'Strict' },
        ])
      }
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(`script error: ${error.message}`))
      page.on('console', (message) => {
        if (
          message.type() === 'error' &&
          !/status of (?:401|404|409|422|423|428)|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED/.test(message.text())
        )
          complaints.push(message.text())
      })
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        if (/^https?:$/.test(protocol) && origin !== address && origin !== namedAddress)
          complaints.push(`request to elsewhere: ${request.url()}`)
      })
      return page
    },
    cut: async () => {
      await down()
      return async () => {
        server = (await serve()).fresh
      }
    },
    bringNewVersion: async () => {
      const worker = await readFile(join(deskBuild, 'sw.js'), 'utf8')
      newerWorker = worker.replace("const version = '", "const version = 'newer-")
    },
    pass: (ms) => {
      ahead += ms
      app.clock.advance(ms)
    },
    close: async () => {
      clearInterval(ticking)
      for (const context of contexts) await context.close()
      await browser.close()
      await down()
      await app.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createNetServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeRun {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe finds to be serious or critical on the page as it stands. */
export async function findSerious(page: Page): Promise<string[]> {
  // Through the debugger, not as a script of the page: the content security policy would refuse that.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  // What passes is a list of every element of the page: it is neither made nor sent.
  const { violations }: AxeRun = await page.evaluate(`window.axe
    .run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    })
    .then(({ violations }) => ({ violations }))`)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} — ${failureSummary}`),
    )
}

/** Goes where a link would: within the desk that stands open, which is not loaded anew. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    for (const part of document.querySelectorAll('main#page *')) part.setAttribute('data-left', '')
    history.pushState({}, '', to)
  }, path)
  // A list beside what is read may stay; what is read has a heading of its own.
  await page.locator('main#page :is(h1, h2, h3):not([data-left])').first().waitFor()
}

/** Waits until the page stands still, pictures it, and finds nothing serious in it. */
export async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(350)
  // On a busy machine something may still be fading in, which axe would take for poor contrast.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  expect(await findSerious(page)).toEqual([])
}
