-- Keeps a decision's record and enters it among the recent ones.
-- KEYS record recent
-- ARGV packed keepMillis id recentMillis
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
redis.call('ZADD', KEYS[2], 0, ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1
