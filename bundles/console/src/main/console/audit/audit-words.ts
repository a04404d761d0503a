import { textOr } from '@/i18n/i18n'
import type { AuditActor } from '@/api/audit'

type Translate = (key: string) => string
const ACTORS = ['server', 'local', 'anonymous']
const WAYS = ['session', 'token', 'local', 'server', 'none']

/** Who acted, in words: a user name where the reader may see it. */
export function actorName(actor: AuditActor, t: Translate): string {
  if (actor.name) return actor.name
  return t(`console.auditActor.${ACTORS.includes(actor.id) ? actor.id : 'other'}`)
}

/** By which way somebody came; a way this console does not know is shown as it is. */
export const viaName = (via: string, t: Translate): string => (WAYS.includes(via) ? t(`console.auditVia.${via}`) : via)

/** A role in words; the command line is no role that can be given. */
export const roleName = (role: string, t: Translate): string => t(role === 'local' ? 'console.auditVia.local' : `console.role.${role}`)

/** What was done: the endpoint as the API names it, or the words for what no endpoint is about. */

export const actionName = (action: string): string => textOr(`console.auditAction.${action}`, action)
