-- What customers write may hold markup or paths; the parser would take each as one token that nobody searches for.
drop index responses_with_words;
create index responses_with_words on responses using gin (to_tsvector('simple', translate(words, '<>/', '   '))) where words is not null;
