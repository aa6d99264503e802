import { administrators } from './administrators.ts'
import { childWithAccount, guardian, importantAdult } from './person.ts'
import { otherStaff } from './staff-others.ts'
import { schoolStaff } from './staff-schools.ts'
import type { DemoPerson } from './types.ts'

const guardians: readonly DemoPerson[] = [
  guardian('Maria Holmgren', 62),
  guardian('Jonas Berglund', 63),
  guardian('Emma Sand', 64),
  guardian('Tilde Nyström', 65),
  guardian('Johanna Berg', 66),
  guardian('Mikael Berg', 67),
  guardian('Hodan Warsame', 68, { signsIn: false, language: 'so' }),
  guardian('Yusuf Ali', 69, { signsIn: false, language: 'so' }),
  guardian('Frida Åkesson', 70),
  guardian('Oskar Åkesson', 71),
  guardian('Camilla Nordin', 72),
  guardian('Henrik Nordin', 73),
  guardian('Marie Sandström', 74),
  guardian('Per Sandström', 75),
  guardian('Rima Danho', 76, { language: 'ar' }),
  guardian('Gabriel Danho', 77),
  guardian('Sanna Lindqvist', 78),
  guardian('Daniel Rask', 79),
  guardian('Jenny Svensson', 80, { protection: 'skyddad_folkbokforing' }),
  guardian('Ulrika Karlsson', 81),
  guardian('Thomas Karlsson', 82),
  guardian('Lena Ekström', 87),
  guardian('Saga Brandt', 88),
]

/** They have no account: what they know is told to somebody who writes it down. */
const importantAdults: readonly DemoPerson[] = [
  importantAdult('Gunilla Holmgren', 83),
  importantAdult('Kevin Åberg', 84),
  importantAdult('Birgitta Palm', 85),
  importantAdult('Sven-Erik Sandström', 86),
]

const childrenWithAccounts: readonly DemoPerson[] = [
  childWithAccount('Lisa Holmgren'),
  childWithAccount('Leo Danho'),
  childWithAccount('Alva Sandström'),
  childWithAccount('Tuva Ekström'),
]

export const people: readonly DemoPerson[] = [
  ...schoolStaff,
  ...otherStaff,
  ...administrators,
  ...guardians,
  ...importantAdults,
  ...childrenWithAccounts,
]
