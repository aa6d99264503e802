-- Who made a link: only that one is shown it, and whoever reads the answer sees who it was. docs/decisions/0030.

grant select (made_by) on answer_link to kb_app;
