-- Corrects an amount set aside to what it came to.
-- KEYS day, session
-- ARGV tokens to add, money to add; both may be negative
redis.call('HINCRBY', KEYS[1], 'tokens', ARGV[1])
redis.call('HINCRBY', KEYS[1], 'money', ARGV[2])
return redis.call('INCRBY', KEYS[2], ARGV[1])
