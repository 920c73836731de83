-- The raw tables: append-only, written by Python, read by the SQL models. Times are UTC.

create schema if not exists raw;

-- One row per run. `status` is running, publishing, done or failed; a killed run stays as it was
-- until the next one marks it "killed".
create table if not exists raw.runs (
    run_id varchar primary key,
    status varchar not null,
    as_of timestamp not null,
    started_at timestamp not null,
    finished_at timestamp,
    files_read bigint,
    files_loaded bigint,
    files_unchanged bigint,
    files_duplicate bigint,
    files_rejected bigint,
    articles_loaded bigint,
    articles_retagged bigint,
    parts_rejected bigint,
    briefings_published bigint,
    seconds_by_stage map(varchar, double),
    versions map(varchar, varchar),
    parameters map(varchar, varchar),
    problem varchar
);

-- The ledger: one row per file taken in, by name and content; a second try replaces the first. `outcome` is loaded, duplicate or rejected.
create table if not exists raw.files (
    source_file varchar not null,
    file_sha256 varchar not null,
    bytes bigint not null,
    modified_ns bigint not null,
    outcome varchar not null,
    source_format varchar,
    articles integer not null,
    run_id varchar not null,
    seen_at timestamp not null,
    primary key (source_file, file_sha256)
);

create table if not exists raw.rejections (
    source_file varchar not null,
    file_sha256 varchar not null,
    reason_code varchar not null,
    reason varchar not null,
    -- null for a part of a file: the file stays where it is
    quarantined_as varchar,
    run_id varchar not null,
    rejected_at timestamp not null,
    -- A file that is tried again and fails for the same reason is one rejection.
    primary key (source_file, file_sha256, reason_code)
);

-- One row per revision of an article: the same article_id with other words is another revision.
create table if not exists raw.articles (
    revision_id varchar primary key,
    article_id varchar not null,
    content_sha256 varchar not null,
    headline varchar not null,
    outlet varchar,
    authors varchar [] not null,
    edition varchar,
    section varchar,
    filing_place varchar,
    dateline_place varchar,
    dateline_date date,
    published_at timestamp not null,
    published_precision varchar not null,
    published_basis varchar not null,
    modified_at timestamp,
    language varchar,
    url varchar,
    publisher_id varchar,
    credit varchar,
    summary varchar,
    topics varchar [] not null,
    metadata_basis map(varchar, varchar) not null,
    encoding varchar,
    editors_notes struct(kind varchar, "text" varchar, "day" date) [] default [],
    body varchar not null,
    blocks struct(kind varchar, "start" integer, "end" integer) [] not null,
    word_count integer not null,
    -- MinHash signature of the body, for finding near-copies (unsigned 32-bit values)
    minhash uinteger [] not null,
    source_file varchar not null,
    source_member varchar,
    source_format varchar not null,
    -- why nothing was looked for in it: no rule reads its language
    skipped_because varchar,
    run_id varchar not null,
    loaded_at timestamp not null
);

create table if not exists raw.key_points (
    key_point_id varchar not null,
    revision_id varchar not null,
    article_id varchar not null,
    label varchar not null,
    text varchar not null,
    "start" integer not null,
    "end" integer not null
);

-- Where the places that describe an article disagree: every value, and which was chosen.
create table if not exists raw.metadata_claims (
    metadata_claim_id varchar not null,
    revision_id varchar not null,
    article_id varchar not null,
    field varchar not null,
    value varchar not null,
    basis varchar not null,
    is_chosen boolean not null
);

create table if not exists raw.issues (
    article_issue_id varchar not null,
    revision_id varchar not null,
    article_id varchar not null,
    issue_id varchar not null,
    name varchar not null,
    subject_code varchar,
    basis varchar not null,
    mentions integer not null,
    salience double not null,
    "start" integer,
    "end" integer,
    exact varchar,
    sentence varchar
);

-- Every mention of an issue, with the sentence and the paragraph that it stands in.
create table if not exists raw.issue_mentions (
    revision_id varchar not null,
    article_id varchar not null,
    issue_id varchar not null,
    "start" integer not null,
    "end" integer not null,
    exact varchar not null,
    sentence_start integer not null,
    sentence_end integer not null,
    paragraph_start integer not null,
    paragraph_end integer not null
);

-- The issues that are looked for, as the last run read them from the taxonomy.
create table if not exists raw.taxonomy (
    issue_id varchar primary key,
    name varchar not null,
    parent_id varchar,
    subject_code varchar,
    about varchar not null,
    terms varchar [] not null,
    careful_terms varchar [] not null,
    never varchar [] not null
);

create table if not exists raw.positions (
    position_id varchar not null,
    revision_id varchar not null,
    article_id varchar not null,
    actor varchar not null,
    side varchar,
    position_type varchar not null,
    voice varchar,
    is_claim boolean not null,
    condition_of varchar,
    "start" integer not null,
    "end" integer not null,
    exact varchar not null,
    sentence varchar not null,
    rule varchar not null,
    confidence double not null
);

create table if not exists raw.quotes (
    quote_id varchar not null,
    turn_id varchar not null,
    revision_id varchar not null,
    article_id varchar not null,
    position integer not null,
    quote_type varchar not null,
    exact varchar not null,
    sentence varchar not null,
    speaker_name varchar,
    speaker_mention varchar,
    speaker_role varchar,
    speaker_affiliation varchar,
    cue varchar,
    "start" integer not null,
    "end" integer not null,
    speaker_start integer,
    speaker_end integer,
    cue_start integer,
    cue_end integer,
    attribution varchar,
    speaker_kind varchar,
    rule varchar not null,
    confidence double not null,
    -- how sure it is that this speaker said it, if the words are a quote at all
    speaker_confidence double,
    -- false where the words only name what somebody is for, against or busy with
    is_statement boolean not null default true
);

create table if not exists raw.deadlines (
    deadline_id varchar not null,
    event_id varchar not null,
    revision_id varchar not null,
    article_id varchar not null,
    event varchar not null,
    event_head varchar not null,
    event_type varchar not null,
    actor varchar,
    voice varchar,
    relation varchar not null,
    due_start date not null,
    due_end date not null,
    due_at timestamp,
    moved_from date,
    granularity varchar not null,
    expression varchar not null,
    timex_value varchar not null,
    anchor_date date not null,
    certainty varchar not null,
    "start" integer not null,
    "end" integer not null,
    event_start integer not null,
    event_end integer not null,
    sentence varchar not null,
    rule varchar not null,
    confidence double not null
);

-- What people decided about speakers, as the last run read it from speakers.csv.
create table if not exists raw.speaker_decisions (
    line integer primary key,
    decision varchar not null,
    name varchar not null,
    speaker varchar not null,
    role varchar,
    article_id varchar,
    note varchar
);

-- One row per source of sources.toml and round of fetching: what it gave, and what went wrong.
create table if not exists raw.fetches (
    source_url varchar not null,
    kind varchar not null,
    saved integer not null,
    unchanged integer not null,
    problems varchar [] not null,
    fetched_at timestamp not null,
    primary key (source_url, kind, fetched_at)
);

-- Files besides the articles that the rows are made with, such as the taxonomy, as they were then.
create table if not exists raw.reference_files (
    name varchar primary key,
    file_sha256 varchar not null,
    content varchar not null
);

-- Days on which an article was published, as the briefing's time zone counts them.
create table if not exists raw.article_days (
    briefing_date date primary key
);

-- Days whose briefing no longer matches the raw rows. Written with the rows, cleared by publishing.
create table if not exists raw.stale_days (
    briefing_date date primary key
);

-- One row per published day. An article that was loaded after `first_published_at` is late.
create table if not exists raw.briefings (
    briefing_date date primary key,
    first_published_at timestamp not null,
    published_at timestamp not null,
    run_id varchar not null
);
