-- Adds chapters to their day and to the latest ones.
-- KEYS day latest
-- ARGV keepMillis mostLatest chapters {chapter} {field count}
local chapters = tonumber(ARGV[3])
for i = 4, 3 + chapters do redis.call('LPUSH', KEYS[2], ARGV[i]) end
redis.call('LTRIM', KEYS[2], 0, ARGV[2] - 1)
redis.call('PEXPIRE', KEYS[2], ARGV[1])
for i = 4 + chapters, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
