import type { Component } from 'vue'

/** Level of what pages of other bundles may rely on; it rises when something is added, never silently changes. */
export const API_LEVEL = 1

/** What the default export of a page's module is. */
export interface ConsolePage {
  component: Component
}

/** Names a component as the page of its module. */
export const definePage = (component: Component): ConsolePage => ({ component })
