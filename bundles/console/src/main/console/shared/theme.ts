import { computed, ref } from 'vue'

const KEY = 'holdfast.theme'
export type Theme = 'light' | 'dark'

const system = window.matchMedia('(prefers-color-scheme: dark)')
const chosen = ref(localStorage.getItem(KEY) as Theme | null)
const systemDark = ref(system.matches)

/** Whether the page is being printed. */
export const printing = ref(false)
/** The theme in force: the reader's choice, else the system's; paper is light. */
export const theme = computed<Theme>(() => (printing.value ? 'light' : (chosen.value ?? (systemDark.value ? 'dark' : 'light'))))

function apply(): void {
  document.documentElement.classList.toggle('dark', theme.value === 'dark')
}

export function toggleTheme(): void {
  chosen.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem(KEY, chosen.value)
  apply()
}

function print(begins: boolean): void {
  printing.value = begins
  apply()
}

export function startTheme(): void {
  system.addEventListener('change', (event) => {
    systemDark.value = event.matches
    apply()
  })
  window.addEventListener('beforeprint', () => print(true))
  window.addEventListener('afterprint', () => print(false))
  apply()
}
