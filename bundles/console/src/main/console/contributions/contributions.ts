import { defineAsyncComponent, defineComponent, h, reactive, type Component } from 'vue'
import type { Router } from 'vue-router'
import { contributions, type Contribution } from '@/api/texts'
import { asProblem } from '@/api/problem'
import { API_LEVEL, type ConsolePage } from '@/shared/page-api'
import ContributedFailure from './ContributedFailure.vue'
import DescriptorPage from './DescriptorPage.vue'

/** A page of another bundle that could not be taken, and why. */
export interface Refusal {
  bundle: string
  path: string
  reasonKey: string
  values: Record<string, unknown>
}

/** What other bundles add to the console. */
export const contributed = reactive<{ pages: Contribution[]; refused: Refusal[] }>({ pages: [], refused: [] })

const address = (src: string) => new URL(src, document.baseURI).href

/** Pages live on this server alone; the content security policy says the same. */
function sameOrigin(src: string): boolean {
  return new URL(src, document.baseURI).origin === location.origin
}

function refusalOf(item: Contribution): Refusal | undefined {
  const refuse = (reasonKey: string, values = {}) => ({ bundle: item.bundle, path: item.path, reasonKey, values })
  if (item.apiLevel > API_LEVEL) return refuse('console.contributed.newer', { wants: item.apiLevel, has: API_LEVEL })
  if (item.kind !== 'descriptor' && item.kind !== 'module') return refuse('console.contributed.kind', { kind: item.kind })
  if (!/^\/x\/[\w/-]+$/.test(item.path)) return refuse('console.contributed.path', { path: item.path })
  if (!sameOrigin(item.src)) return refuse('console.contributed.origin')
  return undefined
}

/** A module is fetched when its page is first opened; one that fails shows its failure in its own place. */
function moduleComponent(item: Contribution): Component {
  return defineAsyncComponent({
    loader: async () => {
      try {
        const module = (await import(/* @vite-ignore */ address(item.src))) as { default: ConsolePage }
        if (!module.default?.component) throw new Error('no default export made by definePage')
        return module.default.component
      } catch (thrown) {
        const detail = asProblem(thrown).message
        return defineComponent({ render: () => h(ContributedFailure, { bundle: item.bundle, detail }) })
      }
    }
  })
}

function addRoute(router: Router, item: Contribution): void {
  const component = item.kind === 'descriptor' ? DescriptorPage : moduleComponent(item)
  const props = item.kind === 'descriptor' ? { src: address(item.src), titleKey: item.titleKey } : {}
  router.addRoute({ path: item.path, name: `contributed:${item.path}`, component, props })
}

/** Takes the pages the server offers to this person; without an answer the console goes on without them. */
export async function loadContributions(router: Router): Promise<void> {
  const answer = await contributions().catch(() => ({ items: [] }))
  contributed.pages = []
  contributed.refused = []
  for (const item of answer.items) {
    const refusal = refusalOf(item)
    if (refusal) {
      contributed.refused.push(refusal)
    } else {
      addRoute(router, item)
      contributed.pages.push(item)
    }
  }
}
