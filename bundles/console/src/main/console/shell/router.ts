import { createRouter, createWebHashHistory, type RouteLocationNormalized } from 'vue-router'
import { session } from '@/session/session'
import { startPage } from './navigation'

declare module 'vue-router' {
  interface RouteMeta {
    /** Without it anyone who is signed in may open the page. */
    permission?: string
    open?: boolean
  }
}

/** Pages stand behind the hash: their addresses, with ids in them, never reach a server's log. */
export const router = createRouter({
  history: createWebHashHistory(),
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  routes: [
    { path: '/', redirect: () => (session.signedIn.value ? startPage() : '/login') },
    { path: '/login', name: 'login', component: () => import('@/session/LoginPage.vue'), meta: { open: true } },
    { path: '/password', name: 'password', component: () => import('@/session/PasswordPage.vue') },
    { path: '/account', name: 'account', component: () => import('@/account/AccountPage.vue') },
    { path: '/work', name: 'work', component: () => import('@/work/WorkPage.vue'), meta: { permission: 'alerts:read' } },
    { path: '/radar', name: 'radar', component: () => import('@/radar/RadarPage.vue'), meta: { permission: 'risk:read' } },
    { path: '/teams', name: 'teams', component: () => import('@/teams/TeamsPage.vue'), meta: { permission: 'risk:read' } },
    { path: '/teams/:id', name: 'team', component: () => import('@/teams/TeamPage.vue'), props: true, meta: { permission: 'risk:read' } },
    { path: '/employees/:id', name: 'employee', component: () => import('@/employee/EmployeePage.vue'), props: true },
    { path: '/alerts', name: 'alerts', component: () => import('@/alerts/AlertsPage.vue'), meta: { permission: 'alerts:read' } },
    { path: '/alerts/:id', name: 'alert', component: () => import('@/alerts/AlertPage.vue'), props: true, meta: { permission: 'alerts:read' } },
    { path: '/cases', name: 'cases', component: () => import('@/cases/CasesPage.vue'), meta: { permission: 'alerts:read' } },
    { path: '/cases/:id', name: 'case', component: () => import('@/cases/CasePage.vue'), props: true, meta: { permission: 'alerts:read' } },
    { path: '/plans', name: 'plans', component: () => import('@/plans/PlansPage.vue'), meta: { permission: 'alerts:read' } },
    { path: '/plans/:id', name: 'plan', component: () => import('@/plans/PlanPage.vue'), props: true, meta: { permission: 'alerts:read' } },
    { path: '/programmes', name: 'programmes', component: () => import('@/programmes/ProgrammesPage.vue'), meta: { permission: 'programmes:read' } },
    { path: '/programmes/:id', name: 'programme', component: () => import('@/programmes/ProgrammePage.vue'), props: true, meta: { permission: 'programmes:read' } },
    { path: '/offboardings', name: 'offboardings', component: () => import('@/offboarding/OffboardingsPage.vue'), meta: { permission: 'offboardings:read' } },
    { path: '/offboardings/new', name: 'begin-offboarding', component: () => import('@/offboarding/BeginPage.vue'), meta: { permission: 'offboardings:start' } },
    { path: '/offboardings/:id', name: 'offboarding', component: () => import('@/offboarding/OffboardingPage.vue'), props: true, meta: { permission: 'offboardings:read' } },
    { path: '/preparations', name: 'preparations', component: () => import('@/preparation/PreparationsPage.vue'), meta: { permission: 'offboardings:read' } },
    { path: '/preparations/new', name: 'begin-preparation', component: () => import('@/preparation/BeginPreparationPage.vue'), meta: { permission: 'offboardings:start' } },
    { path: '/preparations/:id', name: 'preparation', component: () => import('@/preparation/PreparationPage.vue'), props: true, meta: { permission: 'offboardings:read' } },
    { path: '/tasks', name: 'tasks', component: () => import('@/offboarding/TasksPage.vue'), meta: { permission: 'offboardings:handle' } },
    { path: '/resignation', name: 'resignation', component: () => import('@/offboarding/ResignationPage.vue'), meta: { permission: 'own:write' } },
    { path: '/handover', name: 'handover', component: () => import('@/knowledge/HandoverPage.vue'), meta: { permission: 'own:write' } },
    { path: '/ranking', name: 'ranking', component: () => import('@/ranking/RankingPage.vue'), meta: { permission: 'risk:read' } },
    { path: '/offboarding-report', name: 'offboarding-report', component: () => import('@/exits/OffboardingReportPage.vue'), meta: { permission: 'insight:read' } },
    { path: '/leavers', name: 'leavers', component: () => import('@/leavers/LeaversPage.vue'), meta: { permission: 'insight:read' } },
    { path: '/effect', name: 'effect', component: () => import('@/effect/EffectPage.vue'), meta: { permission: 'insight:read' } },
    { path: '/surveys', name: 'surveys', component: () => import('@/surveys/SurveysPage.vue'), meta: { permission: 'surveys:read' } },
    { path: '/surveys/:id', name: 'survey', component: () => import('@/surveys/SurveyPage.vue'), props: true, meta: { permission: 'surveys:read' } },
    { path: '/offboardings/:id/settlement', name: 'settlement', component: () => import('@/settlement/SettlementPage.vue'), props: true, meta: { permission: 'settlements:read' } },
    { path: '/event-targets', name: 'event-targets', component: () => import('@/events/EventTargetsPage.vue'), meta: { permission: 'events:manage' } },
    { path: '/orphan-accounts', name: 'orphan-accounts', component: () => import('@/accounts/OrphanAccountsPage.vue'), meta: { permission: 'accounts:read' } },
    { path: '/account-systems', name: 'account-systems', component: () => import('@/accounts/AccountSystemsPage.vue'), meta: { permission: 'accounts:manage' } },
    { path: '/assets', name: 'assets', component: () => import('@/assets/AssetsPage.vue'), meta: { permission: 'assets:read' } },
    { path: '/assets/:id', name: 'asset', component: () => import('@/assets/AssetPage.vue'), props: true, meta: { permission: 'assets:read' } },
    { path: '/my-assets', name: 'my-assets', component: () => import('@/assets/MyAssetsPage.vue'), meta: { permission: 'own:write' } },
    { path: '/seals', name: 'seals', component: () => import('@/papers/SealsPage.vue'), meta: { permission: 'seals:manage' } },
    { path: '/paper-templates', name: 'paper-templates', component: () => import('@/papers/TemplatesPage.vue'), meta: { permission: 'papers:manage' } },
    { path: '/exit-interviews', name: 'exit-interviews', component: () => import('@/interviews/InterviewsPage.vue'), meta: { permission: 'interviews:read' } },
    { path: '/exit-interview-form', name: 'exit-interview-form', component: () => import('@/interviews/FormPage.vue'), meta: { permission: 'interviews:manage' } },
    { path: '/flows', name: 'flows', component: () => import('@/flows/FlowsPage.vue'), meta: { permission: 'flows:read' } },
    { path: '/imports', name: 'imports', component: () => import('@/imports/ImportsPage.vue'), meta: { permission: 'imports:write' } },
    { path: '/models', name: 'models', component: () => import('@/models/ModelsPage.vue'), meta: { permission: 'models:read' } },
    { path: '/bundles', name: 'bundles', component: () => import('@/bundles/BundlesPage.vue'), meta: { permission: 'bundles:read' } },
    { path: '/privacy', name: 'privacy', component: () => import('@/privacy/PrivacyPage.vue'), meta: { permission: 'privacy:read' } },
    { path: '/privacy/people/:id/record', name: 'hand-out', component: () => import('@/privacy/HandOutPage.vue'), props: true, meta: { permission: 'privacy:sign' } },
    { path: '/own', name: 'own', component: () => import('@/own/OwnPage.vue'), meta: { permission: 'own:read' } },
    { path: '/my-surveys', name: 'my-surveys', component: () => import('@/surveys/MySurveysPage.vue'), meta: { permission: 'own:write' } },
    { path: '/access', name: 'access', component: () => import('@/access/AccessPage.vue'), meta: { permission: 'users:manage' } },
    { path: '/audit', name: 'audit', component: () => import('@/audit/AuditPage.vue'), meta: { permission: 'audit:read' } },
    { path: '/nothing', name: 'nothing', component: () => import('@/shell/NothingPage.vue') },
    { path: '/:rest(.*)*', name: 'missing', component: () => import('@/shell/MissingPage.vue') }
  ]
})

function entry(to: RouteLocationNormalized) {
  if (to.meta.open) return true
  if (!session.signedIn.value) return { name: 'login', query: { back: to.fullPath } }
  if (session.user.value?.mustChangePassword && to.name !== 'password') return { name: 'password', query: { back: to.fullPath } }
  if (session.mustAddFactor.value && to.name !== 'account' && to.name !== 'password') return { name: 'account', query: { back: to.fullPath } }
  if (to.meta.permission && !session.may(to.meta.permission)) return { name: 'missing', params: { rest: to.path.split('/').slice(1) } }
  return true
}

router.beforeEach(entry)

/** The address to go on to after signing in: one of this console, never another site. */
export function backFrom(query: Record<string, unknown>): string {
  const back = query.back
  const own = typeof back === 'string' && back.startsWith('/') && !back.startsWith('//') && !back.startsWith('/login')
  return own ? back : '/'
}

/** The session has ended: sign in again and come back to the same page. */
export function leaveForLogin(): void {
  const current = router.currentRoute.value
  session.forget()
  if (current.name !== 'login') void router.push({ name: 'login', query: { back: current.fullPath, expired: '1' } })
}
