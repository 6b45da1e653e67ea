-- Run once, by psql, as the database is first made: docs/postgresql.md tells what each may. The passwords are those of .env.
\getenv account ACCOUNT_PASSWORD
\getenv worker WORKER_PASSWORD
\getenv server SERVER_PASSWORD
\getenv web WEB_PASSWORD
CREATE ROLE diarium LOGIN PASSWORD :'account';
CREATE ROLE diarium_reader;
CREATE ROLE diarium_publisher;
CREATE ROLE diarium_worker;
CREATE ROLE diarium_desk;
GRANT diarium_reader, diarium_publisher TO diarium, diarium_worker, diarium_desk;
CREATE ROLE diarium_work LOGIN PASSWORD :'worker' IN ROLE diarium_worker;
CREATE ROLE diarium_serve LOGIN PASSWORD :'server' IN ROLE diarium_desk;
CREATE ROLE diarium_web LOGIN PASSWORD :'web' IN ROLE diarium_reader;
CREATE DATABASE diarium OWNER diarium;
GRANT CREATE ON DATABASE diarium TO diarium_publisher;
