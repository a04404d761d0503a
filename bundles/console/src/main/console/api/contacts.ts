import { get, put, remove } from './client'

/** Whom people ask about their data. */
export interface Contact {
  name: string
  email: string
  phone: string
  address: string
  representative: string
}

/** Own is null where nothing is said; holds is the group's where the subsidiary says nothing. */
export interface Contacts {
  own: Contact | null
  holds: Contact | null
}

const of = (subsidiaryId: string) => `privacy/contacts/${encodeURIComponent(subsidiaryId)}`

export const contacts = (subsidiaryId: string) => get<Contacts>(of(subsidiaryId))
export const keepContact = (subsidiaryId: string, contact: Contact) => put<Contacts>(of(subsidiaryId), contact)
export const keepGroupContact = (contact: Contact) => put<Contacts>('privacy/contacts', contact)
export const removeContact = (subsidiaryId: string) => remove(of(subsidiaryId))
export const ownContact = () => get<{ contact: Contact | null }>('privacy/own/contact')
