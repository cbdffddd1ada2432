-- Corrects an amount set aside to what it came to. A session that was erased meanwhile stays so.
-- KEYS day, session
-- ARGV tokens to add, money to add; both may be negative
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'money', ARGV[2])
if redis.call('EXISTS', KEYS[2]) == 0 then return 0 end
return redis.call('INCRBY', KEYS[2], ARGV[1])
