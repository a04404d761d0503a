import { get, post, put } from './client'

/** Something the reader is reminded of. */
export interface Reminder {
  id: string
  kind: string
  text: string
  /** Where something is done about it; null where no page is known. */
  place: string | null
  subsidiaryId: string
  urgent: boolean
  createdAt: string
  read: boolean
}

export interface Reminders {
  unread: number
  items: Reminder[]
}

/** How the server's mail goes. */
export interface MailStatus {
  configured: boolean
  host: string | null
  from: string | null
  lastDeliveredAt: string | null
  waiting: number
  givenUp: number
  /** Type of a problem, such as mail-refused. */
  lastError: string | null
}

export interface MailAddress {
  address: string | null
}

export const reminders = () => get<Reminders>('notifications')
export const readReminder = (id: string) => post<void>(`notifications/${id}/read`)
export const readAllReminders = () => post<void>('notifications/read')
export const mailStatus = () => get<MailStatus>('mail')
export const sendTestMail = () => post<void>('mail/test')
export const ownMailAddress = () => get<MailAddress>('session/mail-address')
export const changeOwnMailAddress = (address: string) => put<MailAddress>('session/mail-address', { address })
export const mailAddressOf = (user: string) => get<MailAddress>(`users/${user}/mail-address`)
export const changeMailAddressOf = (user: string, address: string) => put<MailAddress>(`users/${user}/mail-address`, { address })
