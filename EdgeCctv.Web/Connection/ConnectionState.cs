namespace EdgeCctv.Web.Connection;

/// <summary>How one screen stands with the live picture.</summary>
public enum ConnectionState
{
    /// <summary>There is no picture to be had: the camera is off, or somebody stopped it.</summary>
    Disconnected,

    /// <summary>The first picture after opening the page, after Deploy or after Try Again is being waited for.</summary>
    Connecting,

    /// <summary>The picture came. Whether it is live at this moment is for the veil to say.</summary>
    Connected,

    /// <summary>The picture was lost and is being waited for.</summary>
    Reconnecting,

    /// <summary>All attempts are spent; a person may try again. A picture that comes back all the same ends it.</summary>
    Failed,
}

public static class ConnectionStateWords
{
    /// <summary>The word that machines read in <c>data-state</c>: <c>disconnected</c>, <c>connecting</c>, <c>connected</c>, <c>reconnecting</c>, <c>failed</c>.</summary>
    public static string Word(this ConnectionState state) => state.ToString().ToLowerInvariant();
}
