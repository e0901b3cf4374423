UPDATE "order_wait" w SET "queue" = CASE w."queue" WHEN 'extension' THEN 'supervisor-extension' ELSE 'supervisor-callback' END
FROM "order" o JOIN "unit" u ON u."id" = o."lead_unit_id"
WHERE w."order_id" = o."id" AND u."kind" = 'district_centre' AND w."queue" IN ('extension', 'district-callback');
