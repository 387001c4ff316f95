-- As the directory knows it; mail is written in it. None: English.
alter table people add column language text;
