// First of all: it clears the address before the router reads it.
import './session/provider-return'
import 'element-plus/dist/index.css'
import 'element-plus/theme-chalk/dark/css-vars.css'
import './style/theme.css'
import './style/layout.css'
import { createApp } from 'vue'
import { onUnauthorised } from '@/api/client'
import App from './App.vue'
import { loadContributions } from './contributions/contributions'
import { i18n } from './i18n/i18n'
import { startLanguage } from './i18n/language'
import { session } from './session/session'
import { startFailed } from './shell/start-failed'
import { leaveForLogin, router } from './shell/router'
import { startTheme } from './shared/theme'

async function start(): Promise<void> {
  startTheme()
  onUnauthorised(leaveForLogin)
  await startLanguage()
  await session.restore()
  if (session.ready.value) await loadContributions(router)
  createApp(App).use(i18n).use(router).mount('#app')
}

start().catch(startFailed)
