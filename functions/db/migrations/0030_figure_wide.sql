CREATE INDEX IF NOT EXISTS "order_figure_work_wide" ON "order_figure" USING btree ("unit_id","work_minutes","last_resolved_at") INCLUDE ("channel","reporter_kind","stage","town","complexity","cause","matter_id") WHERE "work_minutes" is not null;
--> statement-breakpoint
DROP INDEX "order_figure_work";
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "order_figure_natural_wide" ON "order_figure" USING btree ("unit_id","natural_minutes","last_resolved_at") INCLUDE ("channel","reporter_kind","stage","town","complexity","cause","matter_id") WHERE "natural_minutes" is not null;
--> statement-breakpoint
DROP INDEX "order_figure_natural";
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "order_figure_first_work_wide" ON "order_figure" USING btree ("unit_id","first_work_minutes","last_resolved_at") INCLUDE ("channel","reporter_kind","stage","town","complexity","cause","matter_id") WHERE "first_work_minutes" is not null;
--> statement-breakpoint
DROP INDEX "order_figure_first_work";
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "order_figure_first_natural_wide" ON "order_figure" USING btree ("unit_id","first_natural_minutes","last_resolved_at") INCLUDE ("channel","reporter_kind","stage","town","complexity","cause","matter_id") WHERE "first_natural_minutes" is not null;
--> statement-breakpoint
DROP INDEX "order_figure_first_natural";
