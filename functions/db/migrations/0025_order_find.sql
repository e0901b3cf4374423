-- One index answers all filters of the ledger together, so that what is common alone and rare together is found at once.
CREATE INDEX "order_find" ON "order" USING gin ("search_tokens","seen_by",(ARRAY['state:' || "state", 'channel:' || "channel", 'town:' || "town", 'complexity:' || "complexity", 'cause:' || "cause", 'matter:' || "matter_id"::text])) WITH (gin_pending_list_limit = 512);--> statement-breakpoint
DROP INDEX "order_search";--> statement-breakpoint
DROP INDEX "order_seen";--> statement-breakpoint
-- These are walked row by row in the order of a list: the id makes that order whole.
DROP INDEX "order_reporter";--> statement-breakpoint
DROP INDEX "order_phone";--> statement-breakpoint
DROP INDEX "order_matter";--> statement-breakpoint
DROP INDEX "order_state";--> statement-breakpoint
DROP INDEX "order_channel";--> statement-breakpoint
CREATE INDEX "order_reporter" ON "order" USING btree ("reporter_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "order_phone" ON "order" USING btree ("phone_index","submitted_at","id");--> statement-breakpoint
CREATE INDEX "order_matter" ON "order" USING btree ("matter_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "order_state" ON "order" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "order_channel" ON "order" USING btree ("channel","submitted_at","id");
