-- Each field of the ledger alone is found along an index in the order of submission, as state, channel and matter are.
CREATE INDEX "order_town" ON "order" USING btree ("town","submitted_at","id") WHERE "town" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "order_complexity" ON "order" USING btree ("complexity","submitted_at","id") WHERE "complexity" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "order_cause" ON "order" USING btree ("cause","submitted_at","id") WHERE "cause" IS NOT NULL;--> statement-breakpoint
-- Nothing asks by these.
DROP INDEX "order_lead";--> statement-breakpoint
DROP INDEX "order_assist";
