import { computed, ref } from 'vue'
import { useCsrfToken } from '@/api/client'
import type { Signed } from '@/api/passkeys'
import { asProblem, type Problem } from '@/api/problem'
import { comeBack, currentSession, provider, signIn, signInWithPasskey, signOut, type SessionAnswer, type User } from '@/api/session'
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

async function enter(answer: SessionAnswer): Promise<void> {
  take(answer)
  known.value = true
  await offerLanguage(answer.user.language)
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

  signIn: async (username: string, password: string, code = '', passkey?: Signed): Promise<void> => enter(await signIn(username, password, code, passkey)),

  signInWithPasskey: async (passkey: Signed): Promise<void> => enter(await signInWithPasskey(passkey)),

  comeBack: async (state: string, code: string, secondFactor = '', passkey?: Signed): Promise<void> => enter(await comeBack(state, code, secondFactor, passkey)),

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
