-- The page of an invitation says nothing about it until it is taken: nobody asks this any more.
drop function invited_to(text, timestamptz);
