-- A worker of a parallel plan cannot run it: CREATE TABLE … AS SELECT uuid_v7() failed.
ALTER FUNCTION uuid_v7() PARALLEL RESTRICTED;
