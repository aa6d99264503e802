import type { Standing } from '#modules/children'

/** Whoever works with the child and reads all that it would read: an adult sees nothing more by sitting beside it. */
export const mayHandOver = ({ relation, part }: Standing): boolean =>
  relation === 'lead' || (relation === 'party' && part === 'whole')

/** The child that has been told, and no guardian: they have the plan on their own page. */
export const mayOpenHome = ({ relation, open }: Standing): boolean => relation === 'self' && open

/** Whoever it waits for, which the wall says: the BBA, whoever stands for it, the stand-in once it lies unread. */
export const mayReceive = ({ relation }: Standing): boolean => relation === 'lead' || relation === 'party'
