import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { queues } from '#contracts/casework/case-lists.ts'
import { books } from '#contracts/custody/measure.ts'
import { monthSchema } from '#contracts/custody/place.ts'
import { AccountPage } from './account/account-page.tsx'
import { UnitsPage } from './admin/units-page.tsx'
import { CasePage } from './cases/case-page.tsx'
import { CasesLayout, NoCaseChosen } from './cases/cases-layout.tsx'
import { NewCasePage } from './cases/new-case-page.tsx'
import { custodyViews } from './custody/custody-api.ts'
import { CustodyLayout, NoCustodyChosen } from './custody/custody-layout.tsx'
import { exhibitViews } from './exhibits/exhibits-api.ts'
import { ExhibitsLayout, NoExhibitChosen } from './exhibits/exhibits-layout.tsx'
import { NotFound } from './pages/not-found.tsx'
import { PageFailure } from './pages/page-failure.tsx'
import { LinePage } from './register/line-page.tsx'
import { NewLinePage } from './register/new-line-page.tsx'
import { registerViewSchema } from './register/register-api.ts'
import { NoLineChosen, RegisterLayout } from './register/register-layout.tsx'
import { TransferPage } from './register/transfer-page.tsx'
import { SearchPage } from './search/search-page.tsx'
import { Frame } from './shell/frame.tsx'
import { BulletinPage } from './shift/bulletin-page.tsx'
import { TodayPage } from './today/today-page.tsx'

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound, errorComponent: PageFailure })

const today = createRoute({ getParentRoute: () => rootRoute, path: '/', component: TodayPage })

const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  component: RegisterLayout,
  validateSearch: z.object({ view: registerViewSchema.default('day').catch('day') }),
})
const noLine = createRoute({ getParentRoute: () => register, path: '/', component: NoLineChosen })
const newLine = createRoute({
  getParentRoute: () => register,
  path: '/new',
  component: NewLinePage,
  validateSearch: z.object({
    post: z.boolean().optional().catch(undefined),
    /** The kept line that is being mended. */
    kept: z.uuid().optional().catch(undefined),
  }),
})
const line = createRoute({ getParentRoute: () => register, path: '/$lineId', component: LinePage })
const transfer = createRoute({
  getParentRoute: () => register,
  path: '/transfers/$transferId',
  component: TransferPage,
})

const cases = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  component: CasesLayout,
  validateSearch: z.object({ queue: z.enum(queues).default('unit').catch('unit') }),
})
const noCase = createRoute({ getParentRoute: () => cases, path: '/', component: NoCaseChosen })
const newCase = createRoute({ getParentRoute: () => cases, path: '/new', component: NewCasePage })
const newPv = createRoute({
  getParentRoute: () => cases,
  path: '/$caseId/pv',
  component: lazyRouteComponent(() => import('./pv/new-pv-page.tsx'), 'NewPvPage'),
})
const personInCase = createRoute({
  getParentRoute: () => cases,
  path: '/$caseId/persons/$personId',
  component: lazyRouteComponent(() => import('./persons/person-page.tsx'), 'PersonInCasePage'),
})
const casePage = createRoute({ getParentRoute: () => cases, path: '/$caseId', component: CasePage })

const custody = createRoute({
  getParentRoute: () => rootRoute,
  path: '/custody',
  component: CustodyLayout,
  validateSearch: z.object({ held: z.enum(custodyViews).default('open').catch('open') }),
})
const noCustody = createRoute({ getParentRoute: () => custody, path: '/', component: NoCustodyChosen })
const custodySheet = createRoute({
  getParentRoute: () => custody,
  path: '/$custodyId',
  component: lazyRouteComponent(() => import('./custody/custody-page.tsx'), 'CustodyPage'),
  // Just placed: the bundle is the next thing to do.
  validateSearch: z.object({ opened: z.boolean().optional().catch(undefined) }),
})
const intake = createRoute({
  getParentRoute: () => rootRoute,
  path: '/custody/new',
  component: lazyRouteComponent(() => import('./custody/intake-page.tsx'), 'IntakePage'),
  validateSearch: z.object({
    case: z.uuid().optional().catch(undefined),
    /** The kept placement that is being mended. */
    kept: z.uuid().optional().catch(undefined),
  }),
})
const custodyBoard = createRoute({
  getParentRoute: () => rootRoute,
  path: '/custody/board/$placeId',
  component: lazyRouteComponent(() => import('./custody/board-page.tsx'), 'BoardPage'),
})
const custodyRegister = createRoute({
  getParentRoute: () => rootRoute,
  path: '/custody/register/$placeId',
  component: lazyRouteComponent(() => import('./custody/register-page.tsx'), 'CustodyRegisterPage'),
  validateSearch: z.object({
    book: z.enum(books).optional().catch(undefined),
    month: monthSchema.optional().catch(undefined),
  }),
})
const custodyPlaces = createRoute({
  getParentRoute: () => rootRoute,
  path: '/custody/places',
  component: lazyRouteComponent(() => import('./custody/places-page.tsx'), 'PlacesPage'),
})

const exhibits = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exhibits',
  component: ExhibitsLayout,
  validateSearch: z.object({
    show: z.enum(exhibitViews).default('all').catch('all'),
    place: z.uuid().optional().catch(undefined),
  }),
})
const noExhibit = createRoute({ getParentRoute: () => exhibits, path: '/', component: NoExhibitChosen })
const exhibit = createRoute({
  getParentRoute: () => exhibits,
  path: '/$exhibitId',
  component: lazyRouteComponent(() => import('./exhibits/exhibit-page.tsx'), 'ExhibitPage'),
})
const recordExhibits = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exhibits/new',
  component: lazyRouteComponent(() => import('./exhibits/record-page.tsx'), 'RecordPage'),
  validateSearch: z.object({ case: z.uuid().optional().catch(undefined) }),
})
const exhibitPlaces = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exhibits/places',
  component: lazyRouteComponent(() => import('./exhibits/places-page.tsx'), 'StoresPage'),
})
const stocktaking = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exhibits/stocktakings/$stocktakingId',
  component: lazyRouteComponent(() => import('./exhibits/stocktaking-page.tsx'), 'StocktakingPage'),
})

const draft = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts/$draftId',
  component: lazyRouteComponent(() => import('./pv/draft-page.tsx'), 'DraftPage'),
})
const pv = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pvs/$pvId',
  component: lazyRouteComponent(() => import('./pv/pv-page.tsx'), 'PvPage'),
})

const person = createRoute({
  getParentRoute: () => rootRoute,
  path: '/persons/$personId',
  component: lazyRouteComponent(() => import('./persons/person-page.tsx'), 'PersonPage'),
  validateSearch: z.object({ reason: z.string().optional().catch(undefined) }),
})
const search = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  component: SearchPage,
  validateSearch: z.object({ q: z.string().optional(), reason: z.string().optional() }),
})
const bulletin = createRoute({ getParentRoute: () => rootRoute, path: '/bulletin', component: BulletinPage })
const admin = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin',
  component: UnitsPage,
  validateSearch: z.object({ on: z.iso.date().optional().catch(undefined), unit: z.string().optional() }),
})
const officer = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/officers/$officerId',
  component: lazyRouteComponent(() => import('./admin/officer-page.tsx'), 'OfficerPage'),
})
const enrol = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/enrol',
  component: lazyRouteComponent(() => import('./admin/enrol-page.tsx'), 'EnrolPage'),
  validateSearch: z.object({ unit: z.string().optional() }),
})
const law = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/law',
  component: lazyRouteComponent(() => import('./admin/law-page.tsx'), 'LawPage'),
  validateSearch: z.object({ set: z.string().optional(), change: z.string().optional() }),
})
const account = createRoute({ getParentRoute: () => rootRoute, path: '/account', component: AccountPage })

const routeTree = rootRoute.addChildren([
  today,
  register.addChildren([noLine, newLine, line, transfer]),
  cases.addChildren([noCase, newCase, newPv, personInCase, casePage]),
  custody.addChildren([noCustody, custodySheet]),
  intake,
  custodyBoard,
  custodyRegister,
  custodyPlaces,
  exhibits.addChildren([noExhibit, exhibit]),
  recordExhibits,
  exhibitPlaces,
  stocktaking,
  draft,
  pv,
  person,
  search,
  bulletin,
  admin,
  officer,
  enrol,
  law,
  account,
])

export function createDeskRouter() {
  return createRouter({ routeTree, scrollRestoration: false })
}

/** Addresses of all pages, with their parameters as `$name`; the browser tests visit each. */
export function pagePaths(): string[] {
  return Object.keys(createDeskRouter().routesByPath).toSorted()
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createDeskRouter>
  }
}
