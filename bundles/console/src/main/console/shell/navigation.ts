import { Bell, Box, Calendar, ChatDotRound, ChatLineRound, CircleClose, Collection, Connection, Cpu, DataAnalysis, Document, EditPen, Files, Finished, Iphone, Key, Lock, Memo, Monitor, PieChart, Promotion, Share, Sort, Stamp, Suitcase, Tickets, TrendCharts, Upload, User, View } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import { session } from '@/session/session'

/** An entry of the menu; it shows only to those who may use its page. */
export interface NavigationEntry {
  path: string
  titleKey: string
  icon: Component
  permission: string
  /** Whether it is about the reader, who has to be an employee of the register. */
  own?: boolean
}

export const NAVIGATION: NavigationEntry[] = [
  { path: '/work', titleKey: 'console.nav.work', icon: Calendar, permission: 'alerts:read' },
  { path: '/tasks', titleKey: 'console.tasks.title', icon: Finished, permission: 'offboardings:handle' },
  { path: '/radar', titleKey: 'console.nav.radar', icon: View, permission: 'risk:read' },
  { path: '/alerts', titleKey: 'console.nav.alerts', icon: Bell, permission: 'alerts:read' },
  { path: '/cases', titleKey: 'console.nav.cases', icon: ChatDotRound, permission: 'alerts:read' },
  { path: '/plans', titleKey: 'console.nav.plans', icon: Memo, permission: 'alerts:read' },
  { path: '/programmes', titleKey: 'console.programmes.title', icon: Collection, permission: 'programmes:read' },
  { path: '/offboardings', titleKey: 'console.offboarding.title', icon: Suitcase, permission: 'offboardings:read' },
  { path: '/exit-interviews', titleKey: 'console.interviews.listTitle', icon: ChatLineRound, permission: 'interviews:read' },
  { path: '/ranking', titleKey: 'console.ranking.title', icon: Sort, permission: 'risk:read' },
  { path: '/effect', titleKey: 'console.nav.effect', icon: DataAnalysis, permission: 'insight:read' },
  { path: '/leavers', titleKey: 'leavers.title', icon: TrendCharts, permission: 'insight:read' },
  { path: '/offboarding-report', titleKey: 'offboardingReport.title', icon: PieChart, permission: 'insight:read' },
  { path: '/surveys', titleKey: 'console.surveys.title', icon: Tickets, permission: 'surveys:read' },
  { path: '/assets', titleKey: 'console.assets.title', icon: Monitor, permission: 'assets:read' },
  { path: '/orphan-accounts', titleKey: 'console.accounts.orphans', icon: CircleClose, permission: 'accounts:read' },
  { path: '/account-systems', titleKey: 'console.accounts.systems', icon: Connection, permission: 'accounts:manage' },
  { path: '/event-targets', titleKey: 'console.events.title', icon: Promotion, permission: 'events:manage' },
  { path: '/seals', titleKey: 'console.seals.title', icon: Stamp, permission: 'seals:manage' },
  { path: '/paper-templates', titleKey: 'console.templates.title', icon: Files, permission: 'papers:manage' },
  { path: '/flows', titleKey: 'console.flows.title', icon: Share, permission: 'flows:read' },
  { path: '/imports', titleKey: 'console.nav.imports', icon: Upload, permission: 'imports:write' },
  { path: '/models', titleKey: 'console.nav.models', icon: Cpu, permission: 'models:read' },
  { path: '/bundles', titleKey: 'console.nav.bundles', icon: Box, permission: 'bundles:read' },
  { path: '/privacy', titleKey: 'console.nav.privacy', icon: Lock, permission: 'privacy:read' },
  { path: '/access', titleKey: 'console.nav.access', icon: Key, permission: 'users:manage' },
  { path: '/audit', titleKey: 'console.nav.audit', icon: Document, permission: 'audit:read' },
  { path: '/own', titleKey: 'console.own.title', icon: User, permission: 'own:read', own: true },
  { path: '/handover', titleKey: 'console.handover.mine', icon: Box, permission: 'own:write', own: true },
  { path: '/my-assets', titleKey: 'console.myAssets.title', icon: Iphone, permission: 'own:write', own: true },
  { path: '/my-surveys', titleKey: 'console.mySurveys.title', icon: EditPen, permission: 'own:write', own: true }
]

export const allowedNavigation = (): NavigationEntry[] => NAVIGATION.filter((entry) => session.may(entry.permission) && (!entry.own || Boolean(session.user.value?.employeeId)))

/** The page a person starts on: the first one that is theirs. */
export const startPage = (): string => allowedNavigation()[0]?.path ?? '/nothing'
