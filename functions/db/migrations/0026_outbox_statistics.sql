-- An outage fills the outbox within minutes: what the planner knows of it must not be from before (bench/outbox).
ALTER TABLE "outbox" SET (autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 1000);
