import { defineAsyncComponent, type Component } from 'vue'

/**
 * A panel that another room puts on the page of an offboarding, below its tasks. Its component takes the offboarding as
 * `offboarding` and says by `changed` when it has to be read again.
 */
export interface OffboardingPanel {
  name: string
  /** Who sees it; without it everybody who sees the page. */
  permission?: string
  /** Made by `defineAsyncComponent`, so that what nobody opens is not loaded. */
  component: Component
}

/** In the order in which they stand on the page. */
export const PANELS: OffboardingPanel[] = [
  { name: 'flow', component: defineAsyncComponent(() => import('./FlowOfLeaver.vue')) },
  { name: 'handover', permission: 'knowledge:read', component: defineAsyncComponent(() => import('./HandoverOfLeaver.vue')) },
  { name: 'accounts', permission: 'accounts:read', component: defineAsyncComponent(() => import('./AccountsOfLeaver.vue')) },
  { name: 'assets', permission: 'assets:read', component: defineAsyncComponent(() => import('./AssetsOfLeaver.vue')) },
  { name: 'settlement', permission: 'settlements:read', component: defineAsyncComponent(() => import('./SettlementOfLeaver.vue')) },
  { name: 'papers', permission: 'papers:read', component: defineAsyncComponent(() => import('./PapersOfLeaver.vue')) },
  { name: 'interview', permission: 'interviews:read', component: defineAsyncComponent(() => import('./InterviewOfLeaver.vue')) }
]
