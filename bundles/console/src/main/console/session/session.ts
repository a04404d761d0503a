import { computed, ref } from 'vue'
import { useCsrfToken } from '@/api/client'
import { asProblem, type Problem } from '@/api/problem'
import { comeBack, currentSession, provider, signIn, signOut, type SessionAnswer, type User } from '@/api/session'
import { offerLanguage } from '@/i18n/language'

const user = ref<User>()
const known = ref(false)
const mustAddFactor = ref(false)
/** Rises with each person who signs in, so that no page kept alive is shown to the next one. */
const generation = ref(0)

/** Whether this browser has signed in: a first visitor need not ask for a session that cannot be there. */
const MARK = 'holdfast.signedIn'

function take(answer: SessionAnswer): void {
  localStorage.setItem(MARK, '1')
  useCsrfToken(answer.csrfToken)
  if (user.value?.id !== answer.user.id) generation.value++
  user.value = answer.user
  mustAddFactor.value = answer.mustAddSecondFactor ?? false
}

export const session = {
  user,
  generation,
  mustAddFactor,
  signedIn: computed(() => user.value !== undefined),
  /** Signed in with nothing to be done first: until then the server shows nothing but the own account. */
  ready: computed(() => user.value !== undefined && !user.value.mustChangePassword && !mustAddFactor.value),

  may: (permission: string): boolean => user.value?.permissions.includes(permission) ?? false,

  /** Asks the server once whether there is a session; a sealed server or none at all is the login page's matter. */
  async restore(): Promise<Problem | undefined> {
    if (known.value || localStorage.getItem(MARK) === null) return undefined
    try {
      take(await currentSession())
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.status !== 401) return problem
      session.forget()
    }
    known.value = true
    return undefined
  },

  async signIn(username: string, password: string, code = ''): Promise<void> {
    take(await signIn(username, password, code))
    known.value = true
    if (user.value) await offerLanguage(user.value.language)
  },

  async comeBack(state: string, code: string, secondFactor = ''): Promise<void> {
    take(await comeBack(state, code, secondFactor))
    known.value = true
    if (user.value) await offerLanguage(user.value.language)
  },

  /** Asks the server again who is signed in and what is still to be done, after a change of the own account. */
  async refresh(): Promise<void> {
    take(await currentSession())
  },

  /** Returns where to sign off, too, where somebody else let the person in. */
  async signOut(): Promise<string | undefined> {
    const elsewhere = user.value?.signsOnWith === 'provider'
    await signOut().catch(() => undefined)
    session.forget()
    if (!elsewhere) return undefined
    return (await provider().catch(() => undefined))?.signOffAddress ?? undefined
  },

  /** The session has ended on the server. */
  forget(): void {
    localStorage.removeItem(MARK)
    useCsrfToken('')
    user.value = undefined
    known.value = true
  },

  passwordChanged(): void {
    if (user.value) user.value = { ...user.value, mustChangePassword: false }
  }
}
